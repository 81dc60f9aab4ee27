package jimu.engine.layer.loss;

import jimu.engine.layer.ElementwiseLoss;
import jimu.engine.layer.Param;
import jimu.engine.op.ElementLoss;
import jimu.engine.op.Reduction;

/**
 * Squares small errors and takes large ones as they are, as PyTorch's {@code nn.HuberLoss}.
 *
 * @param reduction whether the losses of the elements are averaged or summed
 * @param delta the distance from which errors count as they are
 */
public record HuberLoss(
        Reduction reduction, @Param(min = Double.MIN_VALUE) double delta) implements ElementwiseLoss {
    /** PyTorch's defaults. */
    public HuberLoss() {
        this(Reduction.MEAN, 1);
    }

    @Override
    public ElementLoss.Function function() {
        return new ElementLoss.Huber(delta, 1);
    }
}
