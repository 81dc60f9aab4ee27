package jimu.engine.runtime.java;

import java.util.Optional;
import jimu.engine.op.Softmax;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/**
 * Softmax and its logarithm of any floating type, in double; both portable sets have this one, since the library's log_softmax
 * gives −∞ where a probability underflows.
 *
 * <p>The data (outer, size, inner), with the axis in the middle, are staged through blocks: whole outer parts where they are
 * small, else strips of inner positions of one.
 */
final class SoftmaxKernel implements Kernel {
    private static final int BLOCK = 4096;

    private final boolean logarithm;
    private final int size;
    private final long outer;
    private final long inner;
    private final int parts;
    private final int across;
    private final Tensor x;
    private final Tensor y;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> resultGradient;
    private final double[] values;
    private final double[] slopes;

    /** Binds the kernel to its tensors. */
    SoftmaxKernel(Bound bound) {
        Softmax op = (Softmax) bound.signature().op();
        TensorShape shape = bound.shape(0);
        logarithm = op.form() == Softmax.Form.LOGARITHM;
        outer = shape.slice(0, op.axis()).elements(1);
        size = Math.toIntExact(shape.dim(op.axis()).factor());
        inner = shape.slice(op.axis() + 1, shape.rank()).elements(1);
        across = (int) Math.max(1, Math.min(inner, BLOCK / size));
        parts = across == inner ? (int) Math.max(1, Math.min(outer, BLOCK / (size * inner))) : 1;
        x = bound.operand(0);
        y = bound.result();
        gradient = bound.gradient(0);
        resultGradient = gradient.map(wanted -> bound.resultGradient());
        values = new double[parts * size * across];
        slopes = new double[gradient.isPresent() ? values.length : 0];
    }

    @Override
    public void forward(long step) {
        for (long part = 0; part < outer; part += parts) {
            for (long position = 0; position < inner; position += across) {
                read(x, part, position, values);
                for (int start = 0; start < values.length; start += size * across) {
                    for (int i = start; i < start + across; i++) {
                        normalise(i, i + size * across);
                    }
                }
                write(y, part, position, values);
            }
        }
    }

    @Override
    public void backward() {
        if (gradient.isEmpty() || resultGradient.isEmpty()) {
            return;
        }
        for (long part = 0; part < outer; part += parts) {
            for (long position = 0; position < inner; position += across) {
                read(y, part, position, values);
                read(resultGradient.get(), part, position, slopes);
                for (int start = 0; start < values.length; start += size * across) {
                    for (int i = start; i < start + across; i++) {
                        differentiate(i, i + size * across);
                    }
                }
                write(gradient.get(), part, position, slopes);
            }
        }
    }

    /** Replaces one line, its elements {@code across} apart. */
    private void normalise(int from, int to) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i += across) {
            most = Math.max(most, values[i]);
        }
        double sum = 0;
        if (logarithm) {
            for (int i = from; i < to; i += across) {
                sum += Math.exp(values[i] - most);
            }
            double normaliser = most + Math.log(sum);
            for (int i = from; i < to; i += across) {
                values[i] -= normaliser;
            }
            return;
        }
        for (int i = from; i < to; i += across) {
            values[i] = Math.exp(values[i] - most);
            sum += values[i];
        }
        for (int i = from; i < to; i += across) {
            values[i] /= sum;
        }
    }

    /** Turns the result's gradient of one line into that of the operand. */
    private void differentiate(int from, int to) {
        double sum = 0;
        if (logarithm) {
            for (int i = from; i < to; i += across) {
                sum += slopes[i];
            }
            for (int i = from; i < to; i += across) {
                slopes[i] -= Math.exp(values[i]) * sum;
            }
            return;
        }
        for (int i = from; i < to; i += across) {
            sum += slopes[i] * values[i];
        }
        for (int i = from; i < to; i += across) {
            slopes[i] = values[i] * (slopes[i] - sum);
        }
    }

    private void read(Tensor from, long part, long position, double[] block) {
        int count = (int) Math.min(across, inner - position);
        if (across == inner) {
            from.read(part * size * inner, block, 0, length(part));
            return;
        }
        for (int k = 0; k < size; k++) {
            from.read((part * size + k) * inner + position, block, k * across, count);
        }
    }

    private void write(Tensor to, long part, long position, double[] block) {
        int count = (int) Math.min(across, inner - position);
        if (across == inner) {
            to.write(part * size * inner, block, 0, length(part));
            return;
        }
        for (int k = 0; k < size; k++) {
            to.write((part * size + k) * inner + position, block, k * across, count);
        }
    }

    /** The elements of a block of whole parts from {@code part} on; what lies behind them in the block is computed in vain. */
    private int length(long part) {
        return (int) Math.min(parts, outer - part) * size * across;
    }
}
