package jimu.engine.layer.activation;

import jimu.engine.layer.ElementwiseActivation;
import jimu.engine.op.Activation;

/** The sigmoid: y = 1 / (1 + exp(−x)), elementwise over any shape, as PyTorch's {@code nn.Sigmoid}. */
public record Sigmoid() implements ElementwiseActivation {
    @Override
    public Activation function() {
        return new Activation.Sigmoid();
    }
}
