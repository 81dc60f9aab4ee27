package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorType;

/**
 * A part of a tensor along one axis.
 *
 * <p>Operand: x of any shape and type. Result: y like x with {@code to − from} elements along the axis.
 *
 * @param axis the axis, from 0
 * @param from the first index taken
 * @param to the index after the last one taken
 */
public record Slice(int axis, long from, long to) implements Op {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        TensorType x = operands.get(0);
        return List.of(x.withShape(x.shape().with(axis, Dim.of(to - from))));
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of();
    }
}
