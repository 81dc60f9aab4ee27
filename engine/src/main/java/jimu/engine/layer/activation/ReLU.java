package jimu.engine.layer.activation;

import jimu.engine.layer.ElementwiseActivation;
import jimu.engine.op.Activation;

/** The rectifier: y = max(x, 0), elementwise over any shape, as PyTorch's {@code nn.ReLU}. */
public record ReLU() implements ElementwiseActivation {
    @Override
    public Activation function() {
        return new Activation.Relu();
    }
}
