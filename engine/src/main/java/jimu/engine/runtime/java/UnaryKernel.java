package jimu.engine.runtime.java;

import java.util.Optional;
import jimu.engine.op.Unary;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;

/** Functions of single elements; their slopes are read off the results. */
final class UnaryKernel implements Kernel {
    private static final int CHUNK = 4096;

    private final Unary.Function function;
    private final Tensor x;
    private final Tensor y;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> resultGradient;
    private final float[] values = new float[CHUNK];
    private final float[] slopes = new float[CHUNK];

    UnaryKernel(Bound bound) {
        function = ((Unary) bound.signature().op()).function();
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
            switch (function) {
                case RELU -> rectify(values, count);
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
            y.read(from, values, 0, count);
            resultGradient.get().read(from, slopes, 0, count);
            switch (function) {
                case RELU -> keepWherePositive(slopes, values, count);
            }
            gradient.get().write(from, slopes, 0, count);
        }
    }

    private static void rectify(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = Math.max(values[i], 0);
        }
    }

    /** Without a branch, which random signs would mispredict: results are +0 or have a bit pattern above zero. */
    private static void keepWherePositive(float[] slopes, float[] results, int count) {
        for (int i = 0; i < count; i++) {
            int mask = -Float.floatToRawIntBits(results[i]) >> 31;
            slopes[i] = Float.intBitsToFloat(Float.floatToRawIntBits(slopes[i]) & mask);
        }
    }
}
