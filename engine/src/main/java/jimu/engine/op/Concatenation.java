package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorType;

/**
 * Tensors one behind the other along one axis.
 *
 * <p>Operands: tensors of one type whose shapes differ along the axis only. Result: y with the sum of their sizes along it.
 *
 * @param axis the axis, from 0
 */
public record Concatenation(int axis) implements Op {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        TensorType first = operands.get(0);
        long size = operands.stream()
                .mapToLong(type -> type.shape().dim(axis).factor())
                .reduce(0, Math::addExact);
        return List.of(first.withShape(first.shape().with(axis, Dim.of(size))));
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of();
    }
}
