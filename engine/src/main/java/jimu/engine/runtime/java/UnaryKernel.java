package jimu.engine.runtime.java;

import java.util.Optional;
import jimu.engine.op.Activation;
import jimu.engine.op.Need;
import jimu.engine.op.Unary;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;

/** Functions of single elements of any floating type, chunk by chunk and in double; both portable sets have this one. */
final class UnaryKernel implements Kernel {
    private static final int CHUNK = 4096;

    private final Activation function;
    private final Tensor x;
    private final Tensor y;
    private final Tensor given;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> resultGradient;
    private final double[] values = new double[CHUNK];
    private final double[] slopes = new double[CHUNK];

    /** Binds the kernel to its tensors. */
    UnaryKernel(Bound bound) {
        function = ((Unary) bound.signature().op()).function();
        x = bound.operand(0);
        y = bound.result();
        given = function.slopeOf() == Need.RESULTS ? y : x;
        gradient = bound.gradient(0);
        resultGradient = gradient.map(wanted -> bound.resultGradient());
    }

    @Override
    public void forward(long step) {
        for (long from = 0; from < y.length(); from += CHUNK) {
            int count = (int) Math.min(CHUNK, y.length() - from);
            x.read(from, values, 0, count);
            for (int i = 0; i < count; i++) {
                values[i] = function.value(values[i]);
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
            given.read(from, values, 0, count);
            resultGradient.get().read(from, slopes, 0, count);
            for (int i = 0; i < count; i++) {
                slopes[i] *= function.slope(values[i]);
            }
            gradient.get().write(from, slopes, 0, count);
        }
    }
}
