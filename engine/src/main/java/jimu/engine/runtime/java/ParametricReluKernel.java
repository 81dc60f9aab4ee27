package jimu.engine.runtime.java;

import java.util.Arrays;
import java.util.Optional;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/** The rectifier with learned slopes, chunk by chunk and in double; both portable sets have this one. */
final class ParametricReluKernel implements Kernel {
    private static final int CHUNK = 4096;

    private final Spread spread;
    private final Tensor x;
    private final Tensor weight;
    private final Tensor y;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> weightGradient;
    private final Optional<Tensor> resultGradient;
    private final double[] weights;
    private final double[] sums;
    private final double[] values = new double[CHUNK];
    private final double[] slopes = new double[CHUNK];
    private final double[] below = new double[CHUNK];

    /** Binds the kernel to its tensors. */
    ParametricReluKernel(Bound bound) {
        TensorShape shape = bound.shape(0);
        x = bound.operand(0);
        weight = bound.operand(1);
        y = bound.result();
        weights = new double[(int) weight.length()];
        sums = new double[weights.length];
        long inner =
                weights.length == 1 ? x.length() : shape.slice(2, shape.rank()).elements(1);
        spread = new Spread(weights.length, inner);
        gradient = bound.gradient(0);
        weightGradient = bound.gradient(1);
        resultGradient = gradient.or(() -> weightGradient).map(wanted -> bound.resultGradient());
    }

    @Override
    public void forward(long step) {
        weight.read(0, weights, 0, weights.length);
        for (long from = 0; from < x.length(); from += CHUNK) {
            int count = read(from);
            for (int i = 0; i < count; i++) {
                values[i] = Math.max(values[i], 0) + below[i] * Math.min(values[i], 0);
            }
            y.write(from, values, 0, count);
        }
    }

    @Override
    public void backward() {
        if (resultGradient.isEmpty()) {
            return;
        }
        weight.read(0, weights, 0, weights.length);
        Arrays.fill(sums, 0);
        for (long from = 0; from < x.length(); from += CHUNK) {
            int count = read(from);
            resultGradient.get().read(from, slopes, 0, count);
            for (int i = 0; i < count; i++) {
                double slope = slopes[i];
                slopes[i] = slope * (below[i] + (1 - below[i]) * oneAbove(values[i]));
                values[i] = slope * Math.min(values[i], 0);
            }
            spread.sum(from, values, sums, count);
            if (gradient.isPresent()) {
                gradient.get().write(from, slopes, 0, count);
            }
        }
        if (weightGradient.isPresent()) {
            weightGradient.get().write(0, sums, 0, sums.length);
        }
    }

    /** 1 for a positive number, else 0, without a branch: of a positive number neither the sign bit nor all other bits are 0. */
    private static double oneAbove(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return (-bits & ~bits) >>> (Long.SIZE - 1);
    }

    private int read(long from) {
        int count = (int) Math.min(CHUNK, x.length() - from);
        x.read(from, values, 0, count);
        spread.fill(from, weights, below, count);
        return count;
    }
}
