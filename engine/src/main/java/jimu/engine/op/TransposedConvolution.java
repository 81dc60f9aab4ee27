package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.Dim;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Two-dimensional convolution turned round, in groups of channels: each element of the input lays its filter, times itself, on
 * the output (Zeiler and others, 2010). It is the gradient of {@link Convolution} by its picture.
 *
 * <p>Operands: x (N, in, H, W), weight (in, out / groups, kernel height, kernel width), optionally bias (out). Result:
 * y (N, out, H', W').
 *
 * @param stride the distance of neighbouring filters on the output
 * @param padding how much is cut off on all sides
 * @param outputPadding how much is added below and to the right
 * @param dilation the distance of neighbouring filter elements, 1 being dense
 * @param groups the number of independent groups of channels
 */
public record TransposedConvolution(
        IntPair stride, IntPair padding, IntPair outputPadding, IntPair dilation, int groups) implements Op {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        TensorType x = operands.get(0);
        TensorShape weight = operands.get(1).shape();
        IntPair kernel = Convolution.kernel(weight);
        TensorShape y = x.shape()
                .with(1, weight.dim(1).times(Dim.of(groups)))
                .with(2, Dim.of(height(x.shape().dim(2).factor(), kernel.height())))
                .with(3, Dim.of(width(x.shape().dim(3).factor(), kernel.width())));
        return List.of(x.withShape(y));
    }

    /** The height that comes out; below 1 where nothing does. */
    public long height(long height, int kernel) {
        return length(height, kernel, stride.height(), padding.height(), outputPadding.height(), dilation.height());
    }

    /** The width that comes out; below 1 where nothing does. */
    public long width(long width, int kernel) {
        return length(width, kernel, stride.width(), padding.width(), outputPadding.width(), dilation.width());
    }

    /** Each element of the input meets all elements of its filters. */
    @Override
    public Dim multiplyAdds(List<TensorType> operands) {
        return operands.get(0)
                .shape()
                .product()
                .times(operands.get(1).shape().slice(1, 4).product());
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of(Need.OPERANDS);
    }

    private static long length(long size, int kernel, int stride, int padding, int outputPadding, int dilation) {
        long spread = (long) dilation * (kernel - 1) + 1;
        return Math.addExact(Math.multiplyExact(size - 1, (long) stride), spread + outputPadding - 2L * padding);
    }
}
