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
public record Unary(Function function) implements Op {
    /** The functions of one number. */
    public enum Function {
        /** max(x, 0), with gradient 0 at 0. */
        RELU
    }

    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return operands;
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of(Need.RESULTS);
    }

    @Override
    public String name() {
        return function.name();
    }
}
