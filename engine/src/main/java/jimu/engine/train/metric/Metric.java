package jimu.engine.train.metric;

import java.util.List;
import java.util.Optional;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Tensor;

/** A number that says how good predictions are. */
public interface Metric {
    /** The name by which losses and files know it; the messages have its words under {@code metric.NAME}. */
    String name();

    /** Whether larger is better. */
    default boolean ascending() {
        return true;
    }

    /** How its numbers are read. */
    default Form form() {
        return Form.SHARE;
    }

    /** A meter for what a loss reads, in the order of its ports and of these fixed types, if the metric makes sense for them. */
    Optional<Meter> meter(List<TensorType> operands);

    /** How a metric's numbers are read. */
    enum Form {
        /** From 0 to 1, shown in percent. */
        SHARE,
        /** As they are. */
        NUMBER
    }

    /** Measures one batch after another, as sums that may be added up over batches; measuring allocates nothing. */
    interface Meter {
        /** How many sums it needs. */
        default int sums() {
            return 2;
        }

        /** Adds a batch to the sums. */
        void add(List<Tensor> operands, double[] sums);

        /** The metric of all that was added; NaN where it is not defined. By default the first sum over the second. */
        default double value(double[] sums) {
            return sums[0] / sums[1];
        }
    }
}
