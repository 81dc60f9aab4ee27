package jimu.engine.runtime;

import java.util.List;
import java.util.Set;
import jimu.engine.op.Need;
import jimu.engine.op.Op;
import jimu.engine.shape.TensorType;

/**
 * The same value in another layout, put in by the executor between kernels that disagree; its backward pass is the way back.
 *
 * @param from how the operand lies
 * @param to how the result lies
 */
public record Reorder(Layout from, Layout to) implements Op {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return operands;
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of();
    }
}
