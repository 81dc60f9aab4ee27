package jimu.engine.layer.activation;

import jimu.engine.layer.ElementwiseActivation;
import jimu.engine.op.Activation;

/** The hyperbolic tangent, elementwise over any shape, as PyTorch's {@code nn.Tanh}. */
public record Tanh() implements ElementwiseActivation {
    @Override
    public Activation function() {
        return new Activation.Tanh();
    }
}
