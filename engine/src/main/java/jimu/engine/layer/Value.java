package jimu.engine.layer;

import jimu.engine.shape.TensorType;

/**
 * A tensor within the lowering of one layer: an input, a parameter, a buffer or an operation's result.
 *
 * @param id the position in which the lowering made it
 * @param type its type, with the batch size N where it occurs
 */
public record Value(int id, TensorType type) {}
