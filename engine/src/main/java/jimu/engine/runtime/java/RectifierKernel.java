package jimu.engine.runtime.java;

import java.util.Optional;
import jimu.engine.op.Activation.LeakyRelu;
import jimu.engine.op.Activation.Relu;
import jimu.engine.op.Unary;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;

/** {@link Relu} and {@link LeakyRelu} in float32 without branches, which random signs would mispredict. */
final class RectifierKernel implements Kernel {
    private static final int CHUNK = 4096;
    private static final int ONE = Float.floatToRawIntBits(1);

    private final boolean leaky;
    private final float below;
    private final Tensor x;
    private final Tensor y;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> resultGradient;
    private final float[] values = new float[CHUNK];
    private final float[] slopes = new float[CHUNK];

    RectifierKernel(Bound bound) {
        leaky = ((Unary) bound.signature().op()).function() instanceof LeakyRelu;
        below = ((Unary) bound.signature().op()).function() instanceof LeakyRelu leak
                ? (float) leak.negativeSlope()
                : 0;
        x = bound.operand(0);
        y = bound.result();
        gradient = bound.gradient(0);
        resultGradient = gradient.map(wanted -> bound.resultGradient());
    }

    @Override
    public void forward(long step) {
        for (long from = 0; from < y.length(); from += CHUNK) {
            int count = (int) Math.min(CHUNK, y.length() - from);
            x.read(from, values, 0, count);
            if (leaky) {
                leak(values, below, count);
            } else {
                rectify(values, count);
            }
            y.write(from, values, 0, count);
        }
    }

    @Override
    public void backward() {
        if (gradient.isEmpty() || resultGradient.isEmpty()) {
            return;
        }
        for (long from = 0; from < y.length(); from += CHUNK) {
            int count = (int) Math.min(CHUNK, y.length() - from);
            resultGradient.get().read(from, slopes, 0, count);
            if (leaky) {
                x.read(from, values, 0, count);
                weaken(slopes, values, below, count);
            } else {
                y.read(from, values, 0, count);
                keepWherePositive(slopes, values, count);
            }
            gradient.get().write(from, slopes, 0, count);
        }
    }

    private static void rectify(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = Math.max(values[i], 0);
        }
    }

    private static void leak(float[] values, float below, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = Math.max(values[i], 0) + below * Math.min(values[i], 0);
        }
    }

    /** Results are +0 or, being positive or not a number, have bits that are set. */
    private static void keepWherePositive(float[] slopes, float[] results, int count) {
        for (int i = 0; i < count; i++) {
            int bits = Float.floatToRawIntBits(results[i]);
            int mask = (bits | -bits) >> 31;
            slopes[i] = Float.intBitsToFloat(Float.floatToRawIntBits(slopes[i]) & mask);
        }
    }

    /** Of a positive number neither the sign bit nor all other bits are 0. */
    private static void weaken(float[] slopes, float[] values, float below, int count) {
        int small = Float.floatToRawIntBits(below);
        for (int i = 0; i < count; i++) {
            int bits = Float.floatToRawIntBits(values[i]);
            int mask = (-bits & ~bits) >> 31;
            slopes[i] *= Float.intBitsToFloat((ONE & mask) | (small & ~mask));
        }
    }
}
