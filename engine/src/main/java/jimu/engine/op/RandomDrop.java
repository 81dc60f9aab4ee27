package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.TensorType;

/**
 * Zeroes each element with probability p and scales the others by 1 / (1 − p) (Srivastava et al., 2014).
 *
 * <p>Operand: x of any shape. Result: y of the same shape. Element i of step s is dropped when number i of the stream (seed,
 * DROPOUT, path and part, s) is below p, so every kernel set drops the same elements.
 *
 * @param p the probability, in [0, 1]
 * @param part tells several of one block apart, so that they draw different numbers
 */
public record RandomDrop(double p, String part) implements Op {
    /** The only one of its block. */
    public RandomDrop(double p) {
        this(p, "");
    }

    /** The name of its random stream, for the block at {@code path}. */
    public String stream(String path) {
        return part.isEmpty() ? path : path + "." + part;
    }

    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return operands;
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of();
    }
}
