package jimu.engine.train.metric;

import java.util.List;
import jimu.engine.tensor.Tensor;

/** Measures each element of a prediction against that of a target, chunk by chunk. */
abstract class ElementMeter implements Metric.Meter {
    private static final int CHUNK = 4096;

    private final double[] x = new double[CHUNK];
    private final double[] y = new double[CHUNK];

    /** Adds the element x of the prediction and y of the target, which stand at {@code place}. */
    abstract void add(double x, double y, long place, double[] sums);

    @Override
    public final void add(List<Tensor> operands, double[] sums) {
        long length = operands.get(0).length();
        for (long from = 0; from < length; from += CHUNK) {
            int count = (int) Math.min(CHUNK, length - from);
            operands.get(0).read(from, x, 0, count);
            operands.get(1).read(from, y, 0, count);
            for (int i = 0; i < count; i++) {
                add(x[i], y[i], from + i, sums);
            }
        }
    }
}
