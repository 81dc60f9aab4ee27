package jimu.engine.layer.activation;

import java.util.Optional;
import jimu.engine.layer.ElementwiseActivation;
import jimu.engine.op.Activation;

/**
 * The Gaussian unit (Hendrycks and Gimpel, 2016): y = x · Φ(x), elementwise over any shape, as PyTorch's {@code nn.GELU}.
 *
 * @param approximate whether Φ is computed as it is or by a hyperbolic tangent
 */
public record GELU(Approximate approximate) implements ElementwiseActivation {
    /** How Φ, the distribution function of the normal distribution, is computed. */
    public enum Approximate {
        NONE,
        TANH
    }

    /** PyTorch's default. */
    public GELU() {
        this(Approximate.NONE);
    }

    @Override
    public Activation function() {
        return approximate == Approximate.NONE ? new Activation.Gelu() : new Activation.GeluTanh();
    }

    @Override
    public Optional<String> printed() {
        return Optional.of("approximate={approximate!r}");
    }
}
