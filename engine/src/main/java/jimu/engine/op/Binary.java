package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * A function of two tensors, element by element; sizes of 1 are stretched as in PyTorch.
 *
 * <p>Operands: a, b of one type whose shapes can be broadcast. Result: y of their common shape. The executor also sums gradients
 * with ADD, the result sharing memory with the first operand.
 *
 * @param function the function
 */
public record Binary(Function function) implements Op {
    /** The functions of two numbers. */
    public enum Function {
        /** a + b. */
        ADD,
        /** a − b. */
        SUBTRACT,
        /** a · b. */
        MULTIPLY,
        /** The larger one; of equal ones each gets half of the gradient. */
        MAXIMUM
    }

    @Override
    public List<TensorType> results(List<TensorType> operands) {
        TensorType a = operands.get(0);
        TensorShape b = operands.get(1).shape();
        return List.of(a.withShape(a.shape()
                .broadcast(b)
                .orElseThrow(() -> new IllegalArgumentException(a.shape() + " and " + b + " do not go together"))));
    }

    @Override
    public Set<Need> backwardNeeds() {
        return switch (function) {
            case ADD, SUBTRACT -> Set.of();
            case MULTIPLY, MAXIMUM -> Set.of(Need.OPERANDS);
        };
    }

    @Override
    public String name() {
        return function.name();
    }
}
