package jimu.engine.op;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * The same elements with the axes in another order.
 *
 * <p>Operand: x of any shape and type. Result: y whose axis i is axis {@code order[i]} of x.
 *
 * @param order every axis of x once
 */
public record Transpose(List<Integer> order) implements Op {
    public Transpose {
        order = List.copyOf(order);
    }

    /** The order that undoes this one. */
    public List<Integer> inverse() {
        return IntStream.range(0, order.size()).map(order::indexOf).boxed().toList();
    }

    @Override
    public List<TensorType> results(List<TensorType> operands) {
        TensorType x = operands.get(0);
        List<Dim> dims = order.stream().map(axis -> x.shape().dim(axis)).toList();
        return List.of(x.withShape(new TensorShape(dims)));
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of();
    }
}
