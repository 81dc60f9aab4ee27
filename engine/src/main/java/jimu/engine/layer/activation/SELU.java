package jimu.engine.layer.activation;

import jimu.engine.layer.ElementwiseActivation;
import jimu.engine.op.Activation;

/**
 * The self-normalising unit (Klambauer et al., 2017): y = λ x above 0 and λ α (exp(x) − 1) elsewhere, elementwise over any shape,
 * as PyTorch's {@code nn.SELU}.
 */
public record SELU() implements ElementwiseActivation {
    private static final double ALPHA = 1.6732632423543772;
    private static final double SCALE = 1.0507009873554805;

    @Override
    public Activation function() {
        return new Activation.Elu(ALPHA, SCALE);
    }
}
