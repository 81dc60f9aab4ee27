package jimu.engine.train;

import jimu.engine.runtime.Weights;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;

/** The buffers of a network as they were before a step, since a step that is broken off must not have changed them. */
final class Buffers {
    private final Tensor now;
    private final Tensor before;

    /** {@code memory} owns the copy. */
    Buffers(Weights weights, Memory memory) {
        now = weights.flatBuffers();
        before = memory.allocate(now.dtype(), now.length());
    }

    /** Called before a step; allocates nothing. */
    void save() {
        before.write(0, now, 0, now.length());
    }

    /** Called when the step was broken off. */
    void restore() {
        now.write(0, before, 0, now.length());
    }
}
