package jimu.engine.runtime.java;

import java.util.Optional;
import jimu.engine.op.ElementLoss;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;

/** Losses of single elements of any floating type, chunk by chunk and in double. */
final class ElementLossKernel implements Kernel {
    private static final int CHUNK = 4096;

    private final ElementLoss.Function[] functions;
    private final double scale;
    private final Tensor prediction;
    private final Tensor target;
    private final Tensor result;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> targetGradient;
    private final Optional<Tensor> resultGradient;
    private final double[] x = new double[CHUNK];
    private final double[] y = new double[CHUNK];
    private final double[] slopes = new double[CHUNK];
    private final double[] number = new double[1];

    ElementLossKernel(Bound bound) {
        ElementLoss op = (ElementLoss) bound.signature().op();
        functions = op.functions().toArray(ElementLoss.Function[]::new);
        prediction = bound.operand(0);
        target = bound.operand(1);
        result = bound.result();
        scale = switch (op.divisor()) {
            case ONE -> 1;
            case ELEMENTS -> 1.0 / prediction.length();
            case SAMPLES -> 1.0 / bound.shape(0).dim(0).factor();
        };
        gradient = bound.gradient(0);
        targetGradient = bound.gradient(1);
        resultGradient = gradient.or(() -> targetGradient).map(wanted -> bound.resultGradient());
    }

    @Override
    public void forward(long step) {
        double loss = 0;
        for (long from = 0; from < prediction.length(); from += CHUNK) {
            int count = read(from);
            for (int i = 0; i < count; i++) {
                loss += function(from + i).value(x[i], y[i]);
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
        for (long from = 0; from < prediction.length(); from += CHUNK) {
            int count = read(from);
            if (gradient.isPresent()) {
                for (int i = 0; i < count; i++) {
                    slopes[i] = factor * function(from + i).slope(x[i], y[i]);
                }
                gradient.get().write(from, slopes, 0, count);
            }
            if (targetGradient.isPresent()) {
                for (int i = 0; i < count; i++) {
                    slopes[i] = factor * function(from + i).targetSlope(x[i], y[i]);
                }
                targetGradient.get().write(from, slopes, 0, count);
            }
        }
    }

    private ElementLoss.Function function(long place) {
        return functions.length == 1 ? functions[0] : functions[(int) (place % functions.length)];
    }

    private int read(long from) {
        int count = (int) Math.min(CHUNK, prediction.length() - from);
        prediction.read(from, x, 0, count);
        target.read(from, y, 0, count);
        return count;
    }
}
