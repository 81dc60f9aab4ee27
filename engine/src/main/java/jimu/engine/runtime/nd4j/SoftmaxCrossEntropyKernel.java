package jimu.engine.runtime.nd4j;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import jimu.engine.op.Reduction;
import jimu.engine.op.SoftmaxCrossEntropy;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/**
 * Cross-entropy −Σ q · log p of a target distribution q, by plain loops over one sample at a time in double: the library's
 * log_softmax gives −∞ where a probability underflows.
 */
final class SoftmaxCrossEntropyKernel implements Kernel {
    private final int samples;
    private final int classes;
    private final int inner;
    private final double smoothing;
    private final double scale;
    private final Tensor logits;
    private final Tensor target;
    private final Tensor result;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> targetGradient;
    private final Optional<Tensor> resultGradient;
    private final double[] z;
    private final double[] q;
    private final double[] slopes;
    private final int[] labels;
    private final double[] number = new double[1];

    SoftmaxCrossEntropyKernel(Bound bound) {
        SoftmaxCrossEntropy op = (SoftmaxCrossEntropy) bound.signature().op();
        TensorShape shape = bound.shape(0);
        samples = (int) shape.dim(0).factor();
        classes = (int) shape.dim(1).factor();
        inner = (int) shape.slice(2, shape.rank()).elements(1);
        smoothing = op.labelSmoothing();
        scale = op.reduction() == Reduction.MEAN ? 1.0 / ((double) samples * inner) : 1;
        logits = bound.operand(0);
        target = bound.operand(1);
        result = bound.result();
        gradient = bound.gradient(0);
        targetGradient = bound.gradient(1);
        resultGradient = gradient.or(() -> targetGradient).map(wanted -> bound.resultGradient());
        z = new double[classes * inner];
        q = new double[classes * inner];
        slopes = new double[targetGradient.isPresent() ? q.length : 0];
        labels = new int[inner];
    }

    @Override
    public void forward(long step) {
        double loss = 0;
        for (int sample = 0; sample < samples; sample++) {
            readTarget(sample);
            logits.read((long) sample * z.length, z, 0, z.length);
            for (int position = 0; position < inner; position++) {
                double normaliser = logSumExp(position);
                for (int i = position; i < z.length; i += inner) {
                    if (q[i] != 0) {
                        loss += q[i] * (normaliser - z[i]);
                    }
                }
            }
        }
        number[0] = loss * scale;
        result.write(0, number, 0, 1);
    }

    @Override
    public void backward() {
        if (resultGradient.isEmpty()) {
            return;
        }
        resultGradient.get().read(0, number, 0, 1);
        double factor = number[0] * scale;
        for (int sample = 0; sample < samples; sample++) {
            readTarget(sample);
            logits.read((long) sample * z.length, z, 0, z.length);
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

    /** Fills in the slopes of the loss by the target, −log p. */
    private void differentiateTarget(double factor) {
        for (int position = 0; position < inner; position++) {
            double normaliser = logSumExp(position);
            for (int i = position; i < slopes.length; i += inner) {
                slopes[i] = factor * (normaliser - z[i]);
            }
        }
    }

    /** Turns the logits of one position into their gradient, p · Σ q − q. */
    private void differentiate(int position, double factor) {
        double normaliser = logSumExp(position);
        double mass = 0;
        for (int i = position; i < q.length; i += inner) {
            mass += q[i];
        }
        for (int i = position; i < z.length; i += inner) {
            z[i] = factor * (Math.exp(z[i] - normaliser) * mass - q[i]);
        }
    }

    private double logSumExp(int position) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = position; i < z.length; i += inner) {
            most = Math.max(most, z[i]);
        }
        double sum = 0;
        for (int i = position; i < z.length; i += inner) {
            sum += Math.exp(z[i] - most);
        }
        return most + Math.log(sum);
    }

    /** Fills q with the smoothed target distributions of one sample. */
    private void readTarget(int sample) {
        double floor = smoothing / classes;
        if (target.dtype() != DType.INT32) {
            target.read((long) sample * q.length, q, 0, q.length);
            for (int i = 0; i < q.length; i++) {
                q[i] = (1 - smoothing) * q[i] + floor;
            }
            return;
        }
        target.read((long) sample * inner, labels, 0, inner);
        Arrays.fill(q, floor);
        for (int position = 0; position < inner; position++) {
            q[Objects.checkIndex(labels[position], classes) * inner + position] += 1 - smoothing;
        }
    }
}
