package jimu.engine.train.clipping;

import jimu.engine.layer.Configured;

/**
 * A rule that keeps gradients from growing too large: a record of hyper-parameters under PyTorch's names and defaults.
 *
 * <p>It sees all gradients twice, a part of them at a time: first to measure them, then to clip them.
 */
public interface Clipping extends Configured {
    /** What some gradients add to the measure of all; nothing for a rule that looks at each number by itself. */
    default double measure(float[] gradients, int count) {
        return 0;
    }

    /**
     * Clips some gradients in place.
     *
     * @param gradients the numbers
     * @param count how many of them to look at, from the start
     * @param measured the sum of {@link #measure} over all gradients of the network
     */
    void clip(float[] gradients, int count, double measured);
}
