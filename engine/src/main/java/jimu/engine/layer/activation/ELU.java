package jimu.engine.layer.activation;

import jimu.engine.layer.ElementwiseActivation;
import jimu.engine.op.Activation;

/**
 * The exponential unit (Clevert et al., 2015): y = x above 0 and alpha · (exp(x) − 1) elsewhere, elementwise over any shape, as
 * PyTorch's {@code nn.ELU}.
 *
 * @param alpha what large negative numbers approach, with the sign changed
 */
public record ELU(double alpha) implements ElementwiseActivation {
    /** PyTorch's default. */
    public ELU() {
        this(1);
    }

    @Override
    public Activation function() {
        return new Activation.Elu(alpha, 1);
    }
}
