package jimu.engine.train;

import java.util.Optional;
import jimu.engine.runtime.Weights;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import jimu.engine.train.clipping.Clipping;
import jimu.engine.train.optimizer.Optimizer;

/** Applies an optimiser to all parameters, through arrays that stay in the processor's cache. */
public final class Updater {
    private static final int CHUNK = 2048;

    private final Optional<Clipping> clipping;
    private final Tensor values;
    private final Tensor gradients;
    private final Tensor[] states;
    private final float[] valueChunk = new float[CHUNK];
    private final float[] gradientChunk = new float[CHUNK];
    private final float[][] stateChunks;

    /** An updater of {@code weights} by an optimiser like this one; {@code memory} owns what it remembers. */
    public Updater(Optimizer optimizer, Optional<Clipping> clipping, Weights weights, Memory memory) {
        this.clipping = clipping;
        this.values = weights.flatValues();
        this.gradients = weights.flatGradients();
        this.states = new Tensor[optimizer.states()];
        this.stateChunks = new float[states.length][CHUNK];
        for (int i = 0; i < states.length; i++) {
            states[i] = memory.allocate(values.dtype(), values.length());
        }
    }

    /** Moves the parameters by their clipped gradients; the first step is 1. Allocates nothing. */
    public void update(Optimizer optimizer, long step) {
        double measured = clipping.isPresent() ? measure(clipping.get()) : 0;
        for (long from = 0; from < values.length(); from += CHUNK) {
            int count = (int) Math.min(CHUNK, values.length() - from);
            values.read(from, valueChunk, 0, count);
            gradients.read(from, gradientChunk, 0, count);
            for (int i = 0; i < states.length; i++) {
                states[i].read(from, stateChunks[i], 0, count);
            }
            if (clipping.isPresent()) {
                clipping.get().clip(gradientChunk, count, measured);
            }
            optimizer.update(valueChunk, gradientChunk, stateChunks, count, step);
            values.write(from, valueChunk, 0, count);
            for (int i = 0; i < states.length; i++) {
                states[i].write(from, stateChunks[i], 0, count);
            }
        }
    }

    private double measure(Clipping rule) {
        double sum = 0;
        for (long from = 0; from < gradients.length(); from += CHUNK) {
            int count = (int) Math.min(CHUNK, gradients.length() - from);
            gradients.read(from, gradientChunk, 0, count);
            sum += rule.measure(gradientChunk, count);
        }
        return sum;
    }

    /** What the optimiser remembers, each in the places of {@link Weights#flatValues}. */
    public Tensor[] states() {
        return states.clone();
    }
}
