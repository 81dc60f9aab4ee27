package jimu.engine.layer.loss;

import java.util.List;
import java.util.Optional;
import jimu.engine.layer.EmbeddingLoss;
import jimu.engine.layer.Measure;
import jimu.engine.layer.Param;
import jimu.engine.op.PairwiseDistance;
import jimu.engine.op.Reduction;
import jimu.engine.op.TripletMargin;
import jimu.engine.op.VectorFunction;

/**
 * Triplet loss: anchor, positive, negative (N, *, D) → a number, max(d(a, p) − d(a, n) + margin, 0) of each triplet, as PyTorch's
 * {@code nn.TripletMarginLoss}.
 *
 * @param margin how much farther from the anchor the negative is to be
 * @param p exponent of the norm that is the distance
 * @param eps added to each difference, against a distance of 0
 * @param swap whether the distance of positive and negative counts instead where it is the smaller one
 * @param reduction whether the losses of the triplets are averaged or summed
 */
public record TripletMarginLoss(
        @Param(min = 0) double margin,
        @Param(min = 1) double p,
        @Param(min = 0) double eps,
        boolean swap,
        Reduction reduction)
        implements EmbeddingLoss {
    private static final double EPS = 1e-6;

    /** PyTorch's defaults. */
    public TripletMarginLoss() {
        this(1, 2, EPS, false, Reduction.MEAN);
    }

    @Override
    public List<String> predictionPorts() {
        return List.of("anchor", "positive", "negative");
    }

    @Override
    public Optional<String> targetPort() {
        return Optional.empty();
    }

    @Override
    public List<Measure> metrics() {
        return List.of(Measure.of("triplet_accuracy"));
    }

    @Override
    public VectorFunction function() {
        return new TripletMargin(margin, new PairwiseDistance(p, eps), swap);
    }
}
