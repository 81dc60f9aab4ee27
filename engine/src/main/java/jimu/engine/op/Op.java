package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorType;

/**
 * One primitive operation with its attributes; a value without state.
 *
 * <p>Operands are the data inputs, then trainable parameters, then buffers, in the order that each operation states. A layer
 * has checked the operand types before it applies an operation; an operation may throw on types that do not fit.
 */
public interface Op {
    /** The types of the results for operands of the given types. */
    List<TensorType> results(List<TensorType> operands);

    /** The number of multiply-adds of the forward pass: a number or k·N. Additions of a bias are none. */
    default Dim multiplyAdds(List<TensorType> operands) {
        return Dim.of(0);
    }

    /** Which values of the forward pass the backward pass reads; the executor keeps them until then. */
    Set<Need> backwardNeeds();

    /** The operation's name in messages and profiles. */
    default String name() {
        return getClass().getSimpleName();
    }
}
