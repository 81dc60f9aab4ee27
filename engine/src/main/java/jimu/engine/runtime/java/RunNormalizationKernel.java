package jimu.engine.runtime.java;

import java.util.Arrays;
import java.util.OptionalDouble;
import jimu.engine.op.GroupNormalization;
import jimu.engine.op.LayerNormalization;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/**
 * Normalisation of runs of neighbouring elements, chunk by chunk and in double: the last axes of each position, or a group of
 * channels of each sample. Both portable sets have this one; nothing of the size of the data is kept for backward.
 */
final class RunNormalizationKernel implements Kernel {
    private static final int CHUNK = 4096;

    private final long run;
    private final double eps;
    private final OptionalDouble momentum;
    private final Spread spread;
    private final NormalizationTensors tensors;
    private final double[] means;
    private final double[] variances;
    private final double[] weights;
    private final double[] biases;
    private final double[] sums;
    private final double[] products;
    private final double[] values = new double[CHUNK];
    private final double[] slopes = new double[CHUNK];
    private final double[] scales = new double[CHUNK];
    private final double[] offsets = new double[CHUNK];

    private RunNormalizationKernel(
            Bound bound, long run, double eps, boolean affine, OptionalDouble momentum, int parameters, long inner) {
        this.run = run;
        this.eps = eps;
        this.momentum = momentum;
        spread = new Spread(parameters, inner);
        tensors = NormalizationTensors.of(bound, affine, momentum.isPresent());
        means = new double[Math.toIntExact(tensors.x().length() / run)];
        variances = new double[means.length];
        weights = new double[parameters];
        biases = new double[parameters];
        sums = new double[parameters];
        products = new double[parameters];
        Arrays.fill(scales, 1);
    }

    /** Binds the kernel of {@link LayerNormalization}. */
    static Kernel layers(Bound bound) {
        LayerNormalization op = (LayerNormalization) bound.signature().op();
        TensorShape shape = bound.shape(0);
        int run = Math.toIntExact(
                shape.slice(shape.rank() - op.axes(), shape.rank()).elements(1));
        return new RunNormalizationKernel(bound, run, op.eps(), op.affine(), OptionalDouble.empty(), run, 1);
    }

    /** Binds the kernel of {@link GroupNormalization}. */
    static Kernel groups(Bound bound) {
        GroupNormalization op = (GroupNormalization) bound.signature().op();
        TensorShape shape = bound.shape(0);
        int channels = Math.toIntExact(shape.dim(1).factor());
        long rest = shape.slice(2, shape.rank()).elements(1);
        long run = channels / op.groups() * rest;
        return new RunNormalizationKernel(bound, run, op.eps(), op.affine(), op.momentum(), channels, rest);
    }

    @Override
    public void forward(long step) {
        if (tensors.weight().isPresent() && tensors.bias().isPresent()) {
            tensors.weight().get().read(0, weights, 0, weights.length);
            tensors.bias().get().read(0, biases, 0, biases.length);
        }
        for (int r = 0; r < means.length; r++) {
            measure(r);
            double inverse = 1 / Math.sqrt(variances[r] + eps);
            for (long from = r * run; from < (r + 1) * run; from += CHUNK) {
                int count = read(from, r);
                if (tensors.bias().isPresent()) {
                    spread.fill(from, biases, offsets, count);
                }
                for (int i = 0; i < count; i++) {
                    values[i] = (values[i] - means[r]) * inverse * scales[i] + offsets[i];
                }
                tensors.y().write(from, values, 0, count);
            }
        }
        if (momentum.isPresent()
                && tensors.runningMean().isPresent()
                && tensors.runningVariance().isPresent()) {
            move(tensors.runningMean().get(), means, 1, momentum.getAsDouble());
            move(tensors.runningVariance().get(), variances, run / Math.max(1.0, run - 1.0), momentum.getAsDouble());
        }
    }

    /** The mean and biased variance of a run; the sums run over distances from its first element, so that little cancels. */
    private void measure(int r) {
        tensors.x().read(r * run, values, 0, 1);
        double first = values[0];
        double sum = 0;
        double squares = 0;
        for (long from = r * run; from < (r + 1) * run; from += CHUNK) {
            int count = (int) Math.min(CHUNK, (r + 1) * run - from);
            tensors.x().read(from, values, 0, count);
            for (int i = 0; i < count; i++) {
                double distance = values[i] - first;
                sum += distance;
                squares += distance * distance;
            }
        }
        double shift = sum / run;
        means[r] = first + shift;
        variances[r] = Math.max(0, squares / run - shift * shift);
    }

    /** Moves the statistics of the channels, whose runs lie sample after sample, towards the averages over all samples. */
    private void move(Tensor statistics, double[] seen, double factor, double momentum) {
        int channels = sums.length;
        statistics.read(0, sums, 0, channels);
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            for (int r = c; r < seen.length; r += channels) {
                sum += seen[r];
            }
            double average = sum * channels / seen.length * factor;
            sums[c] += momentum * (average - sums[c]);
        }
        statistics.write(0, sums, 0, channels);
    }

    @Override
    public void backward() {
        if (tensors.resultGradient().isEmpty()) {
            return;
        }
        Arrays.fill(sums, 0);
        Arrays.fill(products, 0);
        for (int r = 0; r < means.length; r++) {
            differentiate(r, tensors.resultGradient().get());
        }
        if (tensors.weightGradient().isPresent()) {
            tensors.weightGradient().get().write(0, products, 0, products.length);
        }
        if (tensors.biasGradient().isPresent()) {
            tensors.biasGradient().get().write(0, sums, 0, sums.length);
        }
    }

    /** dx = (dy · weight − mean(dy · weight) − x̂ · mean(dy · weight · x̂)) / deviation, x̂ being the normalised x. */
    private void differentiate(int r, Tensor dy) {
        double inverse = 1 / Math.sqrt(variances[r] + eps);
        double sum = 0;
        double product = 0;
        for (long from = r * run; from < (r + 1) * run; from += CHUNK) {
            int count = read(from, r);
            dy.read(from, slopes, 0, count);
            for (int i = 0; i < count; i++) {
                double normal = (values[i] - means[r]) * inverse;
                values[i] = slopes[i] * normal;
                sum += slopes[i] * scales[i];
                product += values[i] * scales[i];
            }
            spread.sum(from, slopes, sums, count);
            spread.sum(from, values, products, count);
        }
        for (long from = r * run; tensors.gradient().isPresent() && from < (r + 1) * run; from += CHUNK) {
            int count = read(from, r);
            dy.read(from, slopes, 0, count);
            for (int i = 0; i < count; i++) {
                double normal = (values[i] - means[r]) * inverse;
                slopes[i] = (slopes[i] * scales[i] - sum / run - normal * product / run) * inverse;
            }
            tensors.gradient().get().write(from, slopes, 0, count);
        }
    }

    /** Reads elements of a run with their weights. */
    private int read(long from, int r) {
        int count = (int) Math.min(CHUNK, (r + 1) * run - from);
        tensors.x().read(from, values, 0, count);
        if (tensors.weight().isPresent()) {
            spread.fill(from, weights, scales, count);
        }
        return count;
    }
}
