package jimu.engine.train.metric;

import java.util.List;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Tensor;

/** Counts the rows of several predictions (N, *, D), perhaps with a label (N, *) after them, that are right. */
abstract class RowMeter implements Metric.Meter {
    private final double[][] vectors;
    private final double[] label = new double[1];

    /** A meter of so many vectors a row. */
    RowMeter(List<TensorType> operands, int vectors) {
        this.vectors = new double[vectors]
                [Math.toIntExact(operands.get(0).shape().dim(-1).factor())];
    }

    /** Whether a row is as wanted; the label is 0 where there is none. */
    abstract boolean right(double[][] row, double wanted);

    @Override
    public final void add(List<Tensor> operands, double[] sums) {
        int length = vectors[0].length;
        long rows = operands.get(0).length() / length;
        for (long row = 0; row < rows; row++) {
            for (int i = 0; i < vectors.length; i++) {
                operands.get(i).read(row * length, vectors[i], 0, length);
            }
            if (operands.size() > vectors.length) {
                operands.get(vectors.length).read(row, label, 0, 1);
            }
            sums[0] += right(vectors, label[0]) ? 1 : 0;
        }
        sums[1] += rows;
    }

    /** The square of the Euclidean distance. */
    static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    /** The sum of the products. */
    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
