package jimu.engine.layer.activation;

import jimu.engine.layer.ElementwiseActivation;
import jimu.engine.op.Activation;

/** The logarithm of the sigmoid: y = −log(1 + exp(−x)), elementwise over any shape, as PyTorch's {@code nn.LogSigmoid}. */
public record LogSigmoid() implements ElementwiseActivation {
    @Override
    public Activation function() {
        return new Activation.LogSigmoid();
    }
}
