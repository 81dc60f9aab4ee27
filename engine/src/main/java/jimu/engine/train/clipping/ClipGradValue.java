package jimu.engine.train.clipping;

import jimu.engine.layer.Param;

/**
 * Keeps each number of the gradients within bounds, as PyTorch's {@code nn.utils.clip_grad_value_}: g ← max(−clipValue, min(g,
 * clipValue)).
 *
 * @param clipValue the greatest size of a number
 */
public record ClipGradValue(@Param(min = 0, required = true) double clipValue) implements Clipping {
    /** A size of 1, for which PyTorch has no default. */
    public ClipGradValue() {
        this(1);
    }

    @Override
    public void clip(float[] gradients, int count, double measured) {
        float bound = (float) clipValue;
        for (int i = 0; i < count; i++) {
            gradients[i] = Math.max(-bound, Math.min(gradients[i], bound));
        }
    }
}
