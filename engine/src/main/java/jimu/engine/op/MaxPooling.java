package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * The largest element under a sliding window; padding never wins.
 *
 * @param kernel the size of the window
 * @param stride the step of the window
 * @param margins the padding, which counts as −∞; unequal sides express PyTorch's ceil_mode
 * @param dilation the distance of neighbouring window elements, 1 being dense
 */
public record MaxPooling(IntPair kernel, IntPair stride, Margins margins, IntPair dilation) implements Largest {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        TensorType x = operands.get(0);
        return List.of(x.withShape(margins.slide(x.shape(), kernel, stride, dilation)));
    }

    @Override
    public Spans rows(TensorShape x) {
        return Spans.spread(
                (int) margins.slide(x, kernel, stride, dilation).dim(-2).factor(),
                (int) x.dim(-2).factor(),
                kernel.height(),
                stride.height(),
                margins.top(),
                dilation.height());
    }

    @Override
    public Spans columns(TensorShape x) {
        return Spans.spread(
                (int) margins.slide(x, kernel, stride, dilation).dim(-1).factor(),
                (int) x.dim(-1).factor(),
                kernel.width(),
                stride.width(),
                margins.left(),
                dilation.width());
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of(Need.OPERANDS);
    }
}
