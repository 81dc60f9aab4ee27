package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.Dim;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Two-dimensional cross-correlation in groups of channels.
 *
 * <p>Operands: x (N, in, H, W), weight (out, in / groups, kernel height, kernel width), optionally bias (out). Result:
 * y (N, out, H', W').
 *
 * @param stride the step of the window
 * @param margins zeros around the picture
 * @param dilation the distance of neighbouring kernel elements, 1 being dense
 * @param groups the number of independent groups of channels
 */
public record Convolution(IntPair stride, Margins margins, IntPair dilation, int groups) implements Op {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        TensorType x = operands.get(0);
        TensorShape weight = operands.get(1).shape();
        TensorShape slid = margins.slide(x.shape(), kernel(weight), stride, dilation);
        return List.of(x.withShape(slid.with(1, weight.dim(0))));
    }

    /** The kernel's size, read off the weight. */
    public static IntPair kernel(TensorShape weight) {
        return new IntPair((int) weight.dim(2).factor(), (int) weight.dim(3).factor());
    }

    @Override
    public Dim multiplyAdds(List<TensorType> operands) {
        return results(operands)
                .get(0)
                .shape()
                .product()
                .times(operands.get(1).shape().slice(1, 4).product());
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of(Need.OPERANDS);
    }
}
