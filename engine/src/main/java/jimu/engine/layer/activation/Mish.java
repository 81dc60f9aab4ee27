package jimu.engine.layer.activation;

import jimu.engine.layer.ElementwiseActivation;
import jimu.engine.op.Activation;

/** Mish (Misra, 2019): y = x · tanh(log(1 + exp(x))), elementwise over any shape, as PyTorch's {@code nn.Mish}. */
public record Mish() implements ElementwiseActivation {
    @Override
    public Activation function() {
        return new Activation.Mish();
    }
}
