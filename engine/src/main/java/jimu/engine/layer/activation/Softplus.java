package jimu.engine.layer.activation;

import java.util.Optional;
import jimu.engine.layer.ElementwiseActivation;
import jimu.engine.layer.Param;
import jimu.engine.op.Activation;

/**
 * The smooth rectifier: y = log(1 + exp(beta · x)) / beta, elementwise over any shape, as PyTorch's {@code nn.Softplus}.
 *
 * @param beta how sharp the bend at 0 is
 * @param threshold y is x where beta · x exceeds this
 */
public record Softplus(@Param(min = Double.MIN_VALUE) double beta, double threshold) implements ElementwiseActivation {
    /** PyTorch's defaults. */
    public Softplus() {
        this(1, 20);
    }

    @Override
    public Activation function() {
        return new Activation.Softplus(beta, threshold);
    }

    @Override
    public Optional<String> printed() {
        return Optional.of("beta={beta:d}, threshold={threshold:d}");
    }
}
