package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * The largest element of each of as many rectangles as the result has elements, which cover each plane.
 *
 * @param size the size of the result
 */
public record AdaptiveMaxPooling(IntPair size) implements Largest {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return List.of(AdaptiveAveragePooling.resized(operands.get(0), size));
    }

    @Override
    public Spans rows(TensorShape x) {
        return new AdaptiveAveragePooling(size).rows(x);
    }

    @Override
    public Spans columns(TensorShape x) {
        return new AdaptiveAveragePooling(size).columns(x);
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of();
    }
}
