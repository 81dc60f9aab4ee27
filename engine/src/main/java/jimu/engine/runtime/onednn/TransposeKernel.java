package jimu.engine.runtime.onednn;

import java.util.Optional;
import jimu.engine.op.Transpose;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Memory;

/** Axes in another order, as a move from strides to strides. */
final class TransposeKernel implements Kernel {
    private final Call forward;
    private final Optional<Call> backward;

    TransposeKernel(Bound bound) {
        Transpose op = (Transpose) bound.signature().op();
        Memory memory = bound.binding().memory();
        long[] sizes = bound.resultShape().sizes(1);
        long[] there = Format.strides(bound.shape(0).sizes(1));
        long[] strides = new long[sizes.length];
        for (int axis = 0; axis < strides.length; axis++) {
            strides[axis] = there[op.order().get(axis)];
        }
        Format from = Format.strided(sizes, strides);
        Format to = Format.plain(sizes);
        forward = Call.reorder(from, bound.operand(0), to, bound.result(), memory);
        backward = bound.gradient(0).map(dx -> Call.reorder(to, bound.resultGradient(), from, dx, memory));
    }

    @Override
    public void forward(long step) {
        forward.run();
    }

    @Override
    public void backward() {
        if (backward.isPresent()) {
            backward.get().run();
        }
    }
}
