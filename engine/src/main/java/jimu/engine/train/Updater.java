package jimu.engine.train;

import jimu.engine.runtime.Weights;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import jimu.engine.train.optimizer.Optimizer;

/** Applies an optimiser to all parameters, through arrays that stay in the processor's cache. */
public final class Updater {
    private static final int CHUNK = 2048;

    private final Optimizer optimizer;
    private final Tensor values;
    private final Tensor gradients;
    private final Tensor[] states;
    private final float[] valueChunk = new float[CHUNK];
    private final float[] gradientChunk = new float[CHUNK];
    private final float[][] stateChunks;

    /** An updater of {@code weights}; {@code memory} owns what the optimiser remembers. */
    public Updater(Optimizer optimizer, Weights weights, Memory memory) {
        this.optimizer = optimizer;
        this.values = weights.flatValues();
        this.gradients = weights.flatGradients();
        this.states = new Tensor[optimizer.states()];
        this.stateChunks = new float[states.length][CHUNK];
        for (int i = 0; i < states.length; i++) {
            states[i] = memory.allocate(values.dtype(), values.length());
        }
    }

    /** Moves the parameters by their gradients; the first step is 1. Allocates nothing. */
    public void update(long step) {
        for (long from = 0; from < values.length(); from += CHUNK) {
            int count = (int) Math.min(CHUNK, values.length() - from);
            values.read(from, valueChunk, 0, count);
            gradients.read(from, gradientChunk, 0, count);
            for (int i = 0; i < states.length; i++) {
                states[i].read(from, stateChunks[i], 0, count);
            }
            optimizer.update(valueChunk, gradientChunk, stateChunks, count, step);
            values.write(from, valueChunk, 0, count);
            for (int i = 0; i < states.length; i++) {
                states[i].write(from, stateChunks[i], 0, count);
            }
        }
    }

    /** What the optimiser remembers, each in the places of {@link Weights#flatValues}. */
    public Tensor[] states() {
        return states.clone();
    }
}
