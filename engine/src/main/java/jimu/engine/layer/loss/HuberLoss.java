package jimu.engine.layer.loss;

import java.util.List;
import jimu.engine.layer.ElementwiseLoss;
import jimu.engine.layer.Measure;
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
    public ElementLoss operation() {
        return new ElementLoss(new ElementLoss.Huber(delta, 1), reduction);
    }

    @Override
    public List<Measure> metrics() {
        return List.of(Measure.of("mae"), Measure.of("rmse"), Measure.of("r2"));
    }
}
