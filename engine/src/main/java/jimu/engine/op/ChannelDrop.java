package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.TensorType;

/**
 * Zeroes each channel of each sample with probability p and scales the others by 1 / (1 − p) (Tompson et al., 2015).
 *
 * <p>Operand: x (N, C, …). Result: y of the same shape. Channel c of sample n is dropped in step s when number n · C + c of the
 * stream (seed, DROPOUT, path, s) is below p.
 *
 * @param p the probability, in [0, 1]
 */
public record ChannelDrop(double p) implements Op {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return operands;
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of();
    }
}
