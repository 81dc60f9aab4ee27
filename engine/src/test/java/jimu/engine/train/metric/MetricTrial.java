package jimu.engine.train.metric;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import jimu.engine.train.metric.Metric.Meter;

/** Measures single batches. */
final class MetricTrial {
    private MetricTrial() {}

    /** The metric of one batch. */
    static double measure(Metric metric, List<TensorType> types, double[]... values) {
        Meter meter = metric.meter(types).orElseThrow();
        double[] sums = new double[meter.sums()];
        add(meter, sums, types, values);
        return meter.value(sums);
    }

    /** Adds a batch to the sums. */
    static void add(Meter meter, double[] sums, List<TensorType> types, double[]... values) {
        try (Memory memory = new Memory()) {
            List<Tensor> operands = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                Tensor operand = memory.allocate(types.get(i).dtype(), values[i].length);
                operand.write(0, values[i], 0, values[i].length);
                operands.add(operand);
            }
            meter.add(operands, sums);
        }
    }

    /** Float types of one shape. */
    static List<TensorType> alike(int count, long... sizes) {
        return java.util.Collections.nCopies(count, TensorType.float32(sizes));
    }
}
