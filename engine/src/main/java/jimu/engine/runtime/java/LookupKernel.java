package jimu.engine.runtime.java;

import java.util.Optional;
import jimu.engine.op.Lookup;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.IndexException;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;

/** Rows of a table of any floating type; the gradients of a row that is used several times are summed. */
final class LookupKernel implements Kernel {
    private final String path;
    private final int padding;
    private final int rows;
    private final int width;
    private final Tensor indices;
    private final Tensor weight;
    private final Tensor result;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> resultGradient;
    private final int[] chosen;
    private final double[] sum;
    private final double[] share;

    LookupKernel(Bound bound) {
        path = bound.binding().path();
        padding = ((Lookup) bound.signature().op()).padding().orElse(-1);
        rows = (int) bound.shape(1).dim(0).factor();
        width = (int) bound.shape(1).dim(1).factor();
        indices = bound.operand(0);
        weight = bound.operand(1);
        result = bound.result();
        gradient = bound.gradient(1);
        resultGradient = gradient.map(wanted -> bound.resultGradient());
        chosen = new int[Math.toIntExact(indices.length())];
        sum = new double[width];
        share = new double[width];
    }

    @Override
    public void forward(long step) {
        indices.read(0, chosen, 0, chosen.length);
        for (int index : chosen) {
            if (index < 0 || index >= rows) {
                throw new IndexException(path, index, rows);
            }
        }
        for (int i = 0; i < chosen.length; i++) {
            result.write((long) i * width, weight, (long) chosen[i] * width, width);
        }
    }

    @Override
    public void backward() {
        if (gradient.isEmpty() || resultGradient.isEmpty()) {
            return;
        }
        gradient.get().fill(0);
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] != padding) {
                add(resultGradient.get(), (long) i * width, gradient.get(), (long) chosen[i] * width);
            }
        }
    }

    private void add(Tensor from, long at, Tensor to, long row) {
        from.read(at, share, 0, width);
        to.read(row, sum, 0, width);
        for (int k = 0; k < width; k++) {
            sum[k] += share[k];
        }
        to.write(row, sum, 0, width);
    }
}
