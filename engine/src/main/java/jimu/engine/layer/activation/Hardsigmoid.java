package jimu.engine.layer.activation;

import jimu.engine.layer.ElementwiseActivation;
import jimu.engine.op.Activation;

/** The sigmoid of straight lines: y = min(max(x / 6 + 1 / 2, 0), 1), elementwise over any shape, as PyTorch's {@code nn.Hardsigmoid}. */
public record Hardsigmoid() implements ElementwiseActivation {
    @Override
    public Activation function() {
        return new Activation.Ramp(1.0 / 6, 0.5, 1);
    }
}
