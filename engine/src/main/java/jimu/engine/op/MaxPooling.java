package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorType;

/**
 * The largest element under a sliding window; padding never wins, and of equal elements the first does.
 *
 * <p>Operand: x (N, C, H, W). Result: y (N, C, H', W').
 *
 * @param kernel the size of the window
 * @param stride the step of the window
 * @param margins the padding, which counts as −∞; unequal sides express PyTorch's ceil_mode
 * @param dilation the distance of neighbouring window elements, 1 being dense
 */
public record MaxPooling(IntPair kernel, IntPair stride, Margins margins, IntPair dilation) implements Op {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        TensorType x = operands.get(0);
        return List.of(x.withShape(margins.slide(x.shape(), kernel, stride, dilation)));
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of(Need.OPERANDS);
    }
}
