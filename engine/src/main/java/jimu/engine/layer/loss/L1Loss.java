package jimu.engine.layer.loss;

import java.util.List;
import jimu.engine.layer.ElementwiseLoss;
import jimu.engine.layer.Measure;
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
    public ElementLoss operation() {
        return new ElementLoss(new ElementLoss.Absolute(), reduction);
    }

    @Override
    public List<Measure> metrics() {
        return List.of(Measure.of("mae"), Measure.of("rmse"), Measure.of("r2"));
    }
}
