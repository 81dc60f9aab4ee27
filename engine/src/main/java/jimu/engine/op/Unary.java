package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.TensorType;

/**
 * A function of each element by itself.
 *
 * <p>Operand: x of any shape. Result: y of the same shape.
 *
 * @param function the function
 */
public record Unary(Activation function) implements Op {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return operands;
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of(function.slopeOf());
    }

    @Override
    public String name() {
        return function.getClass().getSimpleName();
    }
}
