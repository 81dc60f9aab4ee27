package jimu.engine.op;

import java.util.List;
import jimu.engine.shape.Dim;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * The averages over as many rectangles as the result has elements, which cover each plane.
 *
 * @param size the size of the result
 */
public record AdaptiveAveragePooling(IntPair size) implements Averaging {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return List.of(resized(operands.get(0), size));
    }

    @Override
    public Spans rows(TensorShape x) {
        return Spans.adaptive(size.height(), Math.toIntExact(x.dim(-2).factor()));
    }

    @Override
    public Spans columns(TensorShape x) {
        return Spans.adaptive(size.width(), Math.toIntExact(x.dim(-1).factor()));
    }

    /** Pictures of another size. */
    static TensorType resized(TensorType x, IntPair size) {
        return x.withShape(x.shape().with(-2, Dim.of(size.height())).with(-1, Dim.of(size.width())));
    }
}
