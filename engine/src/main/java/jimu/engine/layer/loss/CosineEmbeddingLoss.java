package jimu.engine.layer.loss;

import java.util.List;
import jimu.engine.layer.Domain;
import jimu.engine.layer.EmbeddingLoss;
import jimu.engine.layer.Measure;
import jimu.engine.layer.Param;
import jimu.engine.op.CosineEmbedding;
import jimu.engine.op.Reduction;
import jimu.engine.op.VectorFunction;

/**
 * Cosine loss of pairs: input1, input2 (N, D), target (N) → a number, 1 − cos for target 1 and max(cos − margin, 0) for target −1,
 * as PyTorch's {@code nn.CosineEmbeddingLoss}.
 *
 * @param margin the cosine up to which pairs with target −1 cost nothing
 * @param reduction whether the losses of the pairs are averaged or summed
 */
public record CosineEmbeddingLoss(@Param(min = -1, max = 1) double margin, Reduction reduction)
        implements EmbeddingLoss {
    /** PyTorch's defaults. */
    public CosineEmbeddingLoss() {
        this(0, Reduction.MEAN);
    }

    @Override
    public List<String> predictionPorts() {
        return List.of("input1", "input2");
    }

    /** A pair counts as similar where its cosine is above the middle of 1 and the margin. */
    @Override
    public List<Measure> metrics() {
        return List.of(new Measure("cosine_pair_accuracy", (1 + margin) / 2));
    }

    @Override
    public VectorFunction function() {
        return new CosineEmbedding(margin);
    }

    @Override
    public Domain domain(String port) {
        return port.equals("target") ? Domain.SIGNS : Domain.NUMBERS;
    }
}
