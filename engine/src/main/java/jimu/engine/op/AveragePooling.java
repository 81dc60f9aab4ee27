package jimu.engine.op;

import java.util.List;
import java.util.OptionalInt;
import jimu.engine.shape.Dim;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * The average under a sliding window.
 *
 * @param kernel the size of the window
 * @param stride the step of the window
 * @param margins zeros around the picture; unequal sides express PyTorch's ceil_mode
 * @param counted how much of the margins counts as elements of the average
 * @param divisor what each sum is divided by instead of the number of elements
 */
public record AveragePooling(IntPair kernel, IntPair stride, Margins margins, Margins counted, OptionalInt divisor)
        implements Averaging {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        TensorType x = operands.get(0);
        return List.of(x.withShape(margins.slide(x.shape(), kernel, stride, IntPair.of(1))));
    }

    @Override
    public Spans rows(TensorShape x) {
        Spans rows = Spans.sliding(
                stops(x, -2),
                size(x.dim(-2)),
                kernel.height(),
                stride.height(),
                margins.top(),
                counted.top(),
                counted.bottom());
        return divisor.isPresent() ? rows.dividedBy(divisor.getAsInt()) : rows;
    }

    @Override
    public Spans columns(TensorShape x) {
        Spans columns = Spans.sliding(
                stops(x, -1),
                size(x.dim(-1)),
                kernel.width(),
                stride.width(),
                margins.left(),
                counted.left(),
                counted.right());
        return divisor.isPresent() ? columns.dividedBy(1) : columns;
    }

    private int stops(TensorShape x, int axis) {
        return size(margins.slide(x, kernel, stride, IntPair.of(1)).dim(axis));
    }

    private static int size(Dim dim) {
        return Math.toIntExact(dim.factor());
    }
}
