package jimu.engine.layer.loss;

import java.util.List;
import java.util.Optional;
import jimu.engine.layer.EmbeddingLoss;
import jimu.engine.layer.Measure;
import jimu.engine.layer.Param;
import jimu.engine.op.Contrastive;
import jimu.engine.op.PairLabel;
import jimu.engine.op.Reduction;
import jimu.engine.op.VectorFunction;

/**
 * Contrastive loss of pairs: input1, input2 (N, D), label (N) → a number. Similar pairs cost the square of their Euclidean
 * distance d, others max(margin − d, 0)² (Hadsell, Chopra, LeCun: Dimensionality Reduction by Learning an Invariant Mapping,
 * 2006). PyTorch has none; its distance is {@code nn.PairwiseDistance}.
 *
 * @param margin how far other pairs are to be apart
 * @param label what the label says
 * @param reduction whether the losses of the pairs are averaged or summed
 */
public record ContrastiveLoss(
        @Param(min = 0) double margin, PairLabel label, Reduction reduction) implements EmbeddingLoss {
    /** Margin 1; label 1 is a similar pair. */
    public ContrastiveLoss() {
        this(1, PairLabel.SIMILAR, Reduction.MEAN);
    }

    @Override
    public List<String> predictionPorts() {
        return List.of("input1", "input2");
    }

    @Override
    public Optional<String> targetPort() {
        return Optional.of("label");
    }

    /** A pair counts as similar where its distance is below half the margin. */
    @Override
    public List<Measure> metrics() {
        String metric = label == PairLabel.SIMILAR ? "pair_accuracy" : "different_pair_accuracy";
        return List.of(new Measure(metric, margin / 2));
    }

    @Override
    public VectorFunction function() {
        return new Contrastive(margin, label);
    }
}
