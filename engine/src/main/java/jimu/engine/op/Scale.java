package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.TensorType;

/**
 * Every element times one number.
 *
 * <p>Operand: x of any shape. Result: y of the same shape.
 *
 * @param factor the number
 */
public record Scale(double factor) implements Op {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return operands;
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of();
    }
}
