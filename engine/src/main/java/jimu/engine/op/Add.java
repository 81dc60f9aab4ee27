package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.TensorType;

/**
 * The sum of two tensors of one shape; the executor also sums gradients with it, the result sharing memory with an operand.
 *
 * <p>Operands: a, b of one type. Result: a + b.
 */
public record Add() implements Op {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return List.of(operands.get(0));
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of();
    }
}
