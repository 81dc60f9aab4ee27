package jimu.engine.runtime.nd4j;

import jimu.engine.shape.DType;
import jimu.engine.tensor.Tensor;

/** The arithmetic of one step between the matrix products. */
interface RecurrentCell {
    /** From what enters the gates, and the states before the step, to the states after it. */
    void forward(int t);

    /**
     * From the gradients of y at the step and of the states after it to those of what enters the gates; leaves in {@code dh} what
     * reaches the state before directly, where {@link #passesOn}, and in {@code dc} the gradient of c before.
     */
    void backward(int t);

    /** Whether h before a step reaches h after it directly too. */
    default boolean passesOn() {
        return false;
    }

    /** The cell of a layer; {@code recurrentBias} is its bias_hh, or empty. */
    static RecurrentCell of(RecurrentMemory memory, Tensor recurrentBias) {
        if (memory.h.dtype() != DType.FLOAT32) {
            return new PreciseCell(memory, recurrentBias);
        }
        return switch (memory.op.cell()) {
            case TANH, RELU -> new ElmanCell(memory);
            case LSTM -> new LongShortCell(memory);
            case GRU -> new GatedCell(memory, recurrentBias);
        };
    }
}
