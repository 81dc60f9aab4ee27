package jimu.engine.layer.activation;

import jimu.engine.layer.AxisSoftmax;
import jimu.engine.layer.Param;
import jimu.engine.op.Softmax.Form;

/**
 * Turns numbers into probabilities: y = exp(x) / Σ exp(x) along one axis; the shape stays, as PyTorch's {@code nn.Softmax}.
 *
 * @param dim the axis along which they add up to 1, negative counting from the end
 */
public record Softmax(@Param(required = true) int dim) implements AxisSoftmax {
    /** Along the last axis. */
    public Softmax() {
        this(-1);
    }

    @Override
    public Form form() {
        return Form.PROBABILITY;
    }
}
