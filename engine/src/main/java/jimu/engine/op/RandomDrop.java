package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.TensorType;

/**
 * Zeroes each element with probability p and scales the others by 1 / (1 − p) (Srivastava et al., 2014).
 *
 * <p>Operand: x of any shape. Result: y of the same shape. Element i of step s is dropped when number i of the stream (seed,
 * DROPOUT, path, s) is below p, so every kernel set drops the same elements.
 *
 * @param p the probability, in [0, 1]
 */
public record RandomDrop(double p) implements Op {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return operands;
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of();
    }
}
