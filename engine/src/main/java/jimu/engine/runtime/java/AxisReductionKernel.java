package jimu.engine.runtime.java;

import java.util.Arrays;
import java.util.Optional;
import jimu.engine.op.AxisReduction;
import jimu.engine.op.Reduction;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/** Means and sums over axes, in any floating type and summed in double. */
final class AxisReductionKernel implements Kernel {
    private static final int CHUNK = 2048;

    private final Walk walk;
    private final double scale;
    private final Tensor x;
    private final Tensor y;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> resultGradient;
    private final double[] sums;
    private final double[] values = new double[CHUNK];

    AxisReductionKernel(Bound bound) {
        AxisReduction op = (AxisReduction) bound.signature().op();
        walk = new Walk(bound.shape(0).sizes(), strides(op, bound.shape(0), bound.resultShape()));
        x = bound.operand(0);
        y = bound.result();
        scale = op.reduction() == Reduction.MEAN ? (double) y.length() / x.length() : 1;
        gradient = bound.gradient(0);
        resultGradient = gradient.map(wanted -> bound.resultGradient());
        sums = new double[Math.toIntExact(y.length())];
    }

    @Override
    public void forward(long step) {
        Arrays.fill(sums, 0);
        for (long row = 0; row < walk.rows(); row++) {
            int start = (int) walk.start(0, row);
            for (long from = 0; from < walk.inner(); from += CHUNK) {
                int count = (int) Math.min(CHUNK, walk.inner() - from);
                x.read(row * walk.inner() + from, values, 0, count);
                add(start + (int) (from * walk.stride(0)), count);
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] *= scale;
        }
        y.write(0, sums, 0, sums.length);
    }

    @Override
    public void backward() {
        if (gradient.isEmpty() || resultGradient.isEmpty()) {
            return;
        }
        resultGradient.get().read(0, sums, 0, sums.length);
        for (long row = 0; row < walk.rows(); row++) {
            int start = (int) walk.start(0, row);
            for (long from = 0; from < walk.inner(); from += CHUNK) {
                int count = (int) Math.min(CHUNK, walk.inner() - from);
                spread(start + (int) (from * walk.stride(0)), count);
                gradient.get().write(row * walk.inner() + from, values, 0, count);
            }
        }
    }

    private void add(int start, int count) {
        if (walk.stride(0) == 0) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += values[i];
            }
            sums[start] += sum;
        } else {
            for (int i = 0; i < count; i++) {
                sums[start + i] += values[i];
            }
        }
    }

    private void spread(int start, int count) {
        if (walk.stride(0) == 0) {
            Arrays.fill(values, 0, count, sums[start] * scale);
        } else {
            for (int i = 0; i < count; i++) {
                values[i] = sums[start + i] * scale;
            }
        }
    }

    private static long[] strides(AxisReduction op, TensorShape x, TensorShape y) {
        long[] kept = Walk.rowMajor(y.sizes());
        long[] strides = new long[x.rank()];
        int next = 0;
        for (int axis = 0; axis < strides.length; axis++) {
            strides[axis] = op.axes().contains(axis) ? 0 : kept[next++];
        }
        return strides;
    }
}
