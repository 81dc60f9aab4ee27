package jimu.engine.runtime.java;

import java.util.Optional;
import jimu.engine.op.Scale;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;

/** Products with one number, in any floating type. */
final class ScaleKernel implements Kernel {
    private static final int CHUNK = 2048;

    private final double factor;
    private final Tensor x;
    private final Tensor y;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> resultGradient;
    private final double[] values = new double[CHUNK];

    ScaleKernel(Bound bound) {
        factor = ((Scale) bound.signature().op()).factor();
        x = bound.operand(0);
        y = bound.result();
        gradient = bound.gradient(0);
        resultGradient = gradient.map(wanted -> bound.resultGradient());
    }

    @Override
    public void forward(long step) {
        scale(x, y);
    }

    @Override
    public void backward() {
        if (gradient.isPresent() && resultGradient.isPresent()) {
            scale(resultGradient.get(), gradient.get());
        }
    }

    private void scale(Tensor from, Tensor to) {
        for (long start = 0; start < from.length(); start += CHUNK) {
            int count = (int) Math.min(CHUNK, from.length() - start);
            from.read(start, values, 0, count);
            for (int i = 0; i < count; i++) {
                values[i] *= factor;
            }
            to.write(start, values, 0, count);
        }
    }
}
