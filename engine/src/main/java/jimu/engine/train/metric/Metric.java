package jimu.engine.train.metric;

import java.util.Optional;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Tensor;

/** A number that says how good predictions are. */
public interface Metric {
    /** The name by which losses and files know it. */
    String name();

    /** Whether larger is better. */
    boolean ascending();

    /** A meter for predictions and targets of these fixed types, if the metric makes sense for them. */
    Optional<Meter> meter(TensorType prediction, TensorType target);

    /** Measures one batch after another; measuring allocates nothing. */
    interface Meter {
        /** The metric of one batch, a mean over its samples. */
        double measure(Tensor prediction, Tensor target);
    }
}
