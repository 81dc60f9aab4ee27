package jimu.engine.layer.activation;

import jimu.engine.layer.ElementwiseActivation;
import jimu.engine.op.Activation;

/** y = x / (1 + |x|), elementwise over any shape, as PyTorch's {@code nn.Softsign}. */
public record Softsign() implements ElementwiseActivation {
    @Override
    public Activation function() {
        return new Activation.Softsign();
    }
}
