package jimu.engine.layer.activation;

import jimu.engine.layer.ElementwiseActivation;
import jimu.engine.op.Activation;

/** The sigmoid-weighted unit, also called swish: y = x · σ(x), elementwise over any shape, as PyTorch's {@code nn.SiLU}. */
public record SiLU() implements ElementwiseActivation {
    @Override
    public Activation function() {
        return new Activation.Silu();
    }
}
