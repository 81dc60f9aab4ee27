/**
 * Primitive operations: their attributes, output types, cost, and what their backward passes read.
 *
 * <p>Depends on shape. Gradients, ONNX and cost know these operations only, never layers.
 */
@NullMarked
package jimu.engine.op;

import org.jspecify.annotations.NullMarked;
