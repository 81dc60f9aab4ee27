package jimu.engine.layer.loss;

import jimu.engine.layer.ElementwiseLoss;
import jimu.engine.op.ElementLoss;
import jimu.engine.op.Reduction;

/**
 * Mean absolute error: |x − y| of each element, as PyTorch's {@code nn.L1Loss}.
 *
 * @param reduction whether the losses of the elements are averaged or summed
 */
public record L1Loss(Reduction reduction) implements ElementwiseLoss {
    /** PyTorch's defaults. */
    public L1Loss() {
        this(Reduction.MEAN);
    }

    @Override
    public ElementLoss.Function function() {
        return new ElementLoss.Absolute();
    }
}
