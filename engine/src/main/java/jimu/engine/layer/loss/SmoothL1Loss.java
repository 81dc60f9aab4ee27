package jimu.engine.layer.loss;

import java.util.List;
import jimu.engine.layer.ElementwiseLoss;
import jimu.engine.layer.Measure;
import jimu.engine.layer.Param;
import jimu.engine.op.ElementLoss;
import jimu.engine.op.Reduction;

/**
 * The Huber loss divided by its threshold, as PyTorch's {@code nn.SmoothL1Loss}; the absolute error where that is 0.
 *
 * @param reduction whether the losses of the elements are averaged or summed
 * @param beta the distance from which errors count as they are; 0 for all
 */
public record SmoothL1Loss(
        Reduction reduction, @Param(min = 0) double beta) implements ElementwiseLoss {
    /** PyTorch's defaults. */
    public SmoothL1Loss() {
        this(Reduction.MEAN, 1);
    }

    @Override
    public ElementLoss operation() {
        return new ElementLoss(
                beta == 0 ? new ElementLoss.Absolute() : new ElementLoss.Huber(beta, 1 / beta), reduction);
    }

    @Override
    public List<Measure> metrics() {
        return List.of(Measure.of("mae"), Measure.of("rmse"), Measure.of("r2"));
    }
}
