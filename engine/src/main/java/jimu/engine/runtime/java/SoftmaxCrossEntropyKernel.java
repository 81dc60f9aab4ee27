package jimu.engine.runtime.java;

import java.util.Arrays;
import java.util.Optional;
import jimu.engine.op.Reduction;
import jimu.engine.op.SoftmaxCrossEntropy;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;

/**
 * Cross-entropy −Σ w · q · log p of a target distribution q, in any floating type, by loops in double over one sample at a time: a library's log_softmax gives −∞ where a probability underflows.
 */
final class SoftmaxCrossEntropyKernel implements Kernel {
    private final Reduction reduction;
    private final double smoothing;
    private final ClassTargets targets;
    private final int inner;
    private final Tensor logits;
    private final Tensor result;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> targetGradient;
    private final Optional<Tensor> resultGradient;
    private final double[] z;
    private final double[] q;
    private final double[] slopes;
    private final double[] exponentials;
    private final double[] number = new double[1];

    SoftmaxCrossEntropyKernel(Bound bound) {
        SoftmaxCrossEntropy op = (SoftmaxCrossEntropy) bound.signature().op();
        reduction = op.reduction();
        smoothing = op.labelSmoothing();
        targets = new ClassTargets(bound, op.classWeights());
        inner = targets.inner;
        logits = bound.operand(0);
        result = bound.result();
        gradient = bound.gradient(0);
        targetGradient = bound.gradient(1);
        resultGradient = gradient.or(() -> targetGradient).map(wanted -> bound.resultGradient());
        z = new double[targets.size()];
        q = new double[z.length];
        slopes = new double[targetGradient.isPresent() ? q.length : 0];
        exponentials = new double[targets.classes];
    }

    @Override
    public void forward(long step) {
        double loss = 0;
        for (int sample = 0; sample < targets.samples; sample++) {
            read(sample);
            for (int position = 0; position < inner; position++) {
                double most = largest(position);
                double normaliser = most + Math.log(exponentiate(position, most));
                for (int i = position; i < z.length; i += inner) {
                    if (q[i] != 0) {
                        loss += q[i] * (normaliser - z[i]);
                    }
                }
            }
        }
        number[0] = loss / targets.divisor(reduction);
        result.write(0, number, 0, 1);
    }

    @Override
    public void backward() {
        if (resultGradient.isEmpty()) {
            return;
        }
        resultGradient.get().read(0, number, 0, 1);
        double factor = number[0] / targets.divisor(reduction);
        for (int sample = 0; sample < targets.samples; sample++) {
            read(sample);
            if (targetGradient.isPresent()) {
                differentiateTarget(factor * (1 - smoothing));
                targetGradient.get().write((long) sample * slopes.length, slopes, 0, slopes.length);
            }
            if (gradient.isPresent()) {
                for (int position = 0; position < inner; position++) {
                    differentiate(position, factor);
                }
                gradient.get().write((long) sample * z.length, z, 0, z.length);
            }
        }
    }

    /** Fills in the slopes of the loss by the target, −w · log p. */
    private void differentiateTarget(double factor) {
        for (int position = 0; position < inner; position++) {
            double most = largest(position);
            double normaliser = most + Math.log(exponentiate(position, most));
            for (int i = position, c = 0; i < slopes.length; i += inner, c++) {
                slopes[i] = factor * targets.weight(c) * (normaliser - z[i]);
            }
        }
    }

    /** Turns the logits of one position into their gradient, p · Σ q − q. */
    private void differentiate(int position, double factor) {
        double mass = 0;
        for (int i = position; i < q.length; i += inner) {
            mass += q[i];
        }
        double share = mass / exponentiate(position, largest(position));
        for (int i = position, c = 0; i < z.length; i += inner, c++) {
            z[i] = factor * (exponentials[c] * share - q[i]);
        }
    }

    private double largest(int position) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = position; i < z.length; i += inner) {
            most = Math.max(most, z[i]);
        }
        return most;
    }

    /** Fills in exp(z − most) of one position and returns their sum. */
    private double exponentiate(int position, double most) {
        double sum = 0;
        for (int i = position, c = 0; i < z.length; i += inner, c++) {
            exponentials[c] = Math.exp(z[i] - most);
            sum += exponentials[c];
        }
        return sum;
    }

    /** Reads the logits and the smoothed and weighted target distributions of one sample. */
    private void read(int sample) {
        logits.read((long) sample * z.length, z, 0, z.length);
        if (targets.indexed()) {
            targets.readLabels(sample);
            Arrays.fill(q, 0);
            for (int position = 0; position < inner; position++) {
                q[targets.labels[position] * inner + position] = 1;
            }
        } else {
            targets.readProbabilities(sample, q);
        }
        double floor = smoothing / targets.classes;
        for (int c = 0; c < targets.classes; c++) {
            double weight = targets.weight(c);
            for (int i = c * inner; i < (c + 1) * inner; i++) {
                q[i] = weight * ((1 - smoothing) * q[i] + floor);
            }
        }
    }
}
