package jimu.engine.train;

import java.util.List;
import jimu.engine.infer.Finding;

/**
 * Where the first number that is none appeared in a step, and why, as far as that can be told.
 *
 * @param cause the likely cause
 * @param path the layer's path
 * @param tensor what of it: {@code output}, {@code weight} or another parameter's name, {@code weight.grad}, or {@code input.grad}
 * @param samples the numbers of the samples concerned within the training part, the first being 0; at most five, and none where
 *     the samples cannot be told apart
 * @param finding the same in words, with the cure
 */
public record Culprit(Cause cause, String path, String tensor, List<Integer> samples, Finding finding) {
    /** Why numbers cease to be numbers. */
    public enum Cause {
        /** The data hold NaN or infinities. */
        DATA,
        /** The data hold numbers so large that what is computed from them overflows. */
        LARGE_DATA,
        /** Parameters were none before the step. */
        WEIGHTS,
        /** A normalisation divides by a deviation of 0. */
        DIVISION,
        /** What a layer makes overflows, mostly since the parameters have grown by too large steps. */
        OVERFLOW,
        /** The loss overflows, though the prediction does not. */
        LOSS,
        /** Gradients overflow, though what goes forwards does not. */
        GRADIENT,
        /** Looked at again, everything is finite. */
        UNKNOWN
    }

    public Culprit {
        samples = List.copyOf(samples);
    }
}
