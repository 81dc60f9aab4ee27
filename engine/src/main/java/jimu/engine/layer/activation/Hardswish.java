package jimu.engine.layer.activation;

import jimu.engine.layer.ElementwiseActivation;
import jimu.engine.op.Activation;

/** SiLU of straight lines: y = x · min(max(x + 3, 0), 6) / 6, elementwise over any shape, as PyTorch's {@code nn.Hardswish}. */
public record Hardswish() implements ElementwiseActivation {
    @Override
    public Activation function() {
        return new Activation.Hardswish();
    }
}
