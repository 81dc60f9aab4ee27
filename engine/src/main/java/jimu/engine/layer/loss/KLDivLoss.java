package jimu.engine.layer.loss;

import java.util.List;
import jimu.engine.layer.Domain;
import jimu.engine.layer.ElementwiseLoss;
import jimu.engine.layer.Measure;
import jimu.engine.op.ElementLoss;

/**
 * Kullback–Leibler divergence of log-probabilities x from probabilities y, Σ y · (log y − x), as PyTorch's {@code nn.KLDivLoss}.
 *
 * @param reduction how the elements' shares become one number
 * @param logTarget whether the target holds log-probabilities as well
 */
public record KLDivLoss(Sharing reduction, boolean logTarget) implements ElementwiseLoss {
    /** How the elements' shares become one number. */
    public enum Sharing {
        /** Averaged over all elements, which is not the divergence; PyTorch's default. */
        MEAN(ElementLoss.Divisor.ELEMENTS),
        /** Summed and divided by the size of the first axis: the mean divergence of the samples. */
        BATCHMEAN(ElementLoss.Divisor.SAMPLES),
        /** Summed. */
        SUM(ElementLoss.Divisor.ONE);

        private final ElementLoss.Divisor divisor;

        Sharing(ElementLoss.Divisor divisor) {
            this.divisor = divisor;
        }
    }

    /** PyTorch's defaults. */
    public KLDivLoss() {
        this(Sharing.MEAN, false);
    }

    @Override
    public List<Measure> metrics() {
        return List.of();
    }

    @Override
    public ElementLoss operation() {
        ElementLoss.Function share = logTarget ? new ElementLoss.LogDivergence() : new ElementLoss.Divergence();
        return new ElementLoss(List.of(share), reduction.divisor);
    }

    @Override
    public Domain domain(String port) {
        return port.equals("input") || logTarget ? Domain.LOG_PROBABILITIES : Domain.PROBABILITIES;
    }
}
