package jimu.engine.layer.loss;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.layer.Domain;
import jimu.engine.layer.EmbeddingLoss;
import jimu.engine.layer.Measure;
import jimu.engine.layer.Param;
import jimu.engine.layer.PyTorch;
import jimu.engine.op.Contrastive;
import jimu.engine.op.PairLabel;
import jimu.engine.op.Reduction;
import jimu.engine.op.VectorFunction;
import jimu.engine.shape.TensorType;

/**
 * Contrastive loss of pairs: input1, input2 (N, D), label (N) → a number. Similar pairs cost the square of their Euclidean
 * distance d, others max(margin − d, 0)² (Hadsell, Chopra, LeCun: Dimensionality Reduction by Learning an Invariant Mapping,
 * 2006). PyTorch has none; its distance is {@code nn.PairwiseDistance}.
 *
 * @param margin how far other pairs are to be apart
 * @param label what the label says
 * @param reduction whether the losses of the pairs are averaged or summed
 */
public record ContrastiveLoss(@Param(min = 0) double margin, PairLabel label, Reduction reduction)
        implements EmbeddingLoss {
    private static final String SOURCE = """
            class ContrastiveLoss(nn.Module):
                \"""Draws pairs with the label of similar ones together and pushes others a margin apart.\"""

                def __init__(self, margin=1.0, reduction="mean", similar=1):
                    super().__init__()
                    self.margin = margin
                    self.reduction = reduction
                    self.similar = similar

                def forward(self, input1, input2, label):
                    distance = nn.functional.pairwise_distance(input1, input2)
                    alike = label if self.similar == 1 else 1 - label
                    gap = (self.margin - distance).clamp(min=0)
                    losses = alike * distance**2 + (1 - alike) * gap**2
                    return losses.mean() if self.reduction == "mean" else losses.sum()
            """;

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

    @Override
    public PyTorch pytorch(Map<String, TensorType> inputs) {
        PyTorch module = PyTorch.module("ContrastiveLoss").without("label").defined(SOURCE);
        return label == PairLabel.SIMILAR ? module : module.with("similar", "0");
    }

    @Override
    public Domain domain(String port) {
        return port.equals("label") ? Domain.BITS : Domain.NUMBERS;
    }
}
