package jimu.engine.runtime;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jimu.engine.op.Need;
import jimu.engine.op.Op;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorType;

/**
 * An operation whose result only a ReLU reads, together with that ReLU: made by the executor where a kernel set computes both in
 * one. The backward pass knows from the sign of the result what the ReLU let through.
 *
 * @param inner the operation before the ReLU
 */
public record Rectified(Op inner) implements Op {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return inner.results(operands);
    }

    @Override
    public Dim multiplyAdds(List<TensorType> operands) {
        return inner.multiplyAdds(operands);
    }

    @Override
    public Set<Need> backwardNeeds() {
        Set<Need> needs = EnumSet.of(Need.RESULTS);
        needs.addAll(inner.backwardNeeds());
        return needs;
    }

    @Override
    public String name() {
        return inner.name() + " + ReLU";
    }
}
