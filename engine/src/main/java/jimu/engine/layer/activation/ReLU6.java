package jimu.engine.layer.activation;

import jimu.engine.layer.ElementwiseActivation;
import jimu.engine.op.Activation;

/** The rectifier cut off at 6: y = min(max(x, 0), 6), elementwise over any shape, as PyTorch's {@code nn.ReLU6}. */
public record ReLU6() implements ElementwiseActivation {
    @Override
    public Activation function() {
        return new Activation.Ramp(1, 0, 6);
    }
}
