package jimu.engine.layer.loss;

import java.util.List;
import jimu.engine.layer.ElementwiseLoss;
import jimu.engine.layer.Measure;
import jimu.engine.op.ElementLoss;
import jimu.engine.op.Reduction;

/**
 * Mean squared error: (x − y)² of each element, as PyTorch's {@code nn.MSELoss}.
 *
 * @param reduction whether the losses of the elements are averaged or summed
 */
public record MSELoss(Reduction reduction) implements ElementwiseLoss {
    /** PyTorch's defaults. */
    public MSELoss() {
        this(Reduction.MEAN);
    }

    @Override
    public ElementLoss operation() {
        return new ElementLoss(new ElementLoss.Squared(), reduction);
    }

    @Override
    public List<Measure> metrics() {
        return List.of(Measure.of("rmse"), Measure.of("mae"), Measure.of("r2"));
    }
}
