package jimu.engine.runtime.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;

/** The sum of two tensors; its gradient goes to both unchanged. */
final class AddKernel implements Kernel {
    private static final int CHUNK = 4096;

    private final Tensor a;
    private final Tensor b;
    private final Tensor result;
    private final List<Tensor> gradients = new ArrayList<>();
    private final Optional<Tensor> resultGradient;
    private final float[] sums = new float[CHUNK];
    private final float[] addends = new float[CHUNK];

    AddKernel(Bound bound) {
        a = bound.operand(0);
        b = bound.operand(1);
        result = bound.result();
        for (int operand = 0; operand < bound.operands(); operand++) {
            bound.gradient(operand).ifPresent(gradients::add);
        }
        resultGradient = gradients.stream().findFirst().map(wanted -> bound.resultGradient());
    }

    @Override
    public void forward(long step) {
        for (long from = 0; from < result.length(); from += CHUNK) {
            int count = (int) Math.min(CHUNK, result.length() - from);
            a.read(from, sums, 0, count);
            b.read(from, addends, 0, count);
            for (int i = 0; i < count; i++) {
                sums[i] += addends[i];
            }
            result.write(from, sums, 0, count);
        }
    }

    @Override
    public void backward() {
        if (resultGradient.isPresent()) {
            for (int i = 0; i < gradients.size(); i++) {
                gradients.get(i).write(0, resultGradient.get(), 0, result.length());
            }
        }
    }
}
