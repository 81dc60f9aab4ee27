package jimu.engine.train.health;

import jimu.engine.graph.FlatBlock;

/**
 * Readings of one weight matrix or kernel; biases and other vectors are left out, since many of them begin with zeros.
 *
 * @param block the layer
 * @param name of the parameter
 * @param weight the root of the mean square of its numbers
 * @param gradient the same of its gradient in the last step
 * @param moved the root of the mean square of what its numbers changed by over some steps, in shares of {@code weight};
 *     NaN while that is not known yet
 */
public record ParameterVitals(FlatBlock block, String name, double weight, double gradient, double moved) {
    /** The gradient in shares of the weight: comparable between layers of all sizes. */
    public double relative() {
        return weight > 0 ? gradient / weight : 0;
    }
}
