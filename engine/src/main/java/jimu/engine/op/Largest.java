package jimu.engine.op;

import jimu.engine.shape.TensorShape;

/**
 * The largest of some elements of each plane for each element of the result; of equal elements the first wins.
 *
 * <p>Operand: x (N, C, H, W). Result: y (N, C, H', W').
 */
public sealed interface Largest extends Op permits MaxPooling, AdaptiveMaxPooling {
    /** The rows in which the elements stand. */
    Spans rows(TensorShape x);

    /** The columns in which the elements stand. */
    Spans columns(TensorShape x);
}
