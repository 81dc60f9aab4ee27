package jimu.engine.layer.loss;

import jimu.engine.layer.ElementwiseLoss;
import jimu.engine.op.ElementLoss;
import jimu.engine.op.Reduction;

/**
 * Cross-entropy between logits and probabilities of yes, as PyTorch's {@code nn.BCEWithLogitsLoss}. Sigmoid is part of it.
 *
 * @param reduction whether the losses of the elements are averaged or summed
 */
public record BCEWithLogitsLoss(Reduction reduction) implements ElementwiseLoss {
    /** PyTorch's defaults. */
    public BCEWithLogitsLoss() {
        this(Reduction.MEAN);
    }

    @Override
    public ElementLoss.Function function() {
        return new ElementLoss.LogisticEntropy();
    }
}
