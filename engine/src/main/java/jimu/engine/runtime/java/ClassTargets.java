package jimu.engine.runtime.java;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import jimu.engine.op.Reduction;
import jimu.engine.runtime.Bound;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/** How a loss's second operand names classes along axis 1 of the first one, (samples, classes, inner), and what they weigh. */
final class ClassTargets {
    final int samples;
    final int classes;
    final int inner;
    final int[] labels;
    private final double[] weights;
    private final Tensor target;

    ClassTargets(Bound bound, List<Double> classWeights) {
        TensorShape shape = bound.shape(0);
        samples = (int) shape.dim(0).factor();
        classes = (int) shape.dim(1).factor();
        inner = (int) shape.slice(2, shape.rank()).elements(1);
        target = bound.operand(1);
        labels = new int[indexed() ? inner : 0];
        weights = new double[classes];
        Arrays.fill(weights, 1);
        for (int c = 0; c < classWeights.size(); c++) {
            weights[c] = classWeights.get(c);
        }
    }

    /** Whether the target holds indices rather than probabilities. */
    boolean indexed() {
        return target.dtype() == DType.INT32;
    }

    /** The numbers of one sample's predictions. */
    int size() {
        return classes * inner;
    }

    double weight(int label) {
        return weights[label];
    }

    /** Reads the indices of one sample, each of which must be a class. */
    void readLabels(int sample) {
        target.read((long) sample * inner, labels, 0, inner);
        for (int position = 0; position < inner; position++) {
            Objects.checkIndex(labels[position], classes);
        }
    }

    /** Reads the probabilities of one sample. */
    void readProbabilities(int sample, double[] into) {
        target.read((long) sample * into.length, into, 0, into.length);
    }

    /** What the positions' losses are divided by, which depends on the labels where classes weigh differently. */
    double divisor(Reduction reduction) {
        if (reduction == Reduction.SUM) {
            return 1;
        }
        if (!indexed()) {
            return (double) samples * inner;
        }
        double sum = 0;
        for (int sample = 0; sample < samples; sample++) {
            readLabels(sample);
            for (int position = 0; position < inner; position++) {
                sum += weights[labels[position]];
            }
        }
        return sum;
    }
}
