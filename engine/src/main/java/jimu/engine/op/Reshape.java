package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * The same elements in the same row-major order under another shape.
 *
 * <p>Operand: x of any shape. Result: y of the shape {@code to}.
 *
 * @param to the new shape, which has as many elements
 */
public record Reshape(TensorShape to) implements Op {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return List.of(operands.get(0).withShape(to));
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of();
    }
}
