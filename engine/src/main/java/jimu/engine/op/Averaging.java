package jimu.engine.op;

import java.util.Set;
import jimu.engine.shape.TensorShape;

/**
 * The average over a rectangle of each plane for each element of the result.
 *
 * <p>Operand: x (N, C, H, W). Result: y (N, C, H', W').
 */
public sealed interface Averaging extends Op permits AveragePooling, AdaptiveAveragePooling {
    /** The rows of each rectangle. */
    Spans rows(TensorShape x);

    /** The columns of each rectangle; the sum over a rectangle is divided by the product of both divisors. */
    Spans columns(TensorShape x);

    @Override
    default Set<Need> backwardNeeds() {
        return Set.of();
    }
}
