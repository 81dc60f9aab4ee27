package jimu.engine.layer.activation;

import jimu.engine.layer.AxisSoftmax;
import jimu.engine.layer.Param;
import jimu.engine.op.Softmax.Form;

/**
 * The logarithms of probabilities: y = x − log Σ exp(x) along one axis; the shape stays, as PyTorch's {@code nn.LogSoftmax}.
 *
 * @param dim the axis along which the probabilities add up to 1, negative counting from the end
 */
public record LogSoftmax(@Param(required = true) int dim) implements AxisSoftmax {
    /** Along the last axis. */
    public LogSoftmax() {
        this(-1);
    }

    @Override
    public Form form() {
        return Form.LOGARITHM;
    }
}
