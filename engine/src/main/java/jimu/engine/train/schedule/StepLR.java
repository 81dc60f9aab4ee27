package jimu.engine.train.schedule;

import jimu.engine.layer.Param;

/**
 * Multiplies the rate by gamma every stepSize epochs, as PyTorch's {@code lr_scheduler.StepLR}: base · gamma^⌊epoch / stepSize⌋.
 *
 * @param stepSize the epochs from one fall to the next
 * @param gamma what the rate is multiplied by
 */
public record StepLR(
        @Param(min = 1, required = true) int stepSize,
        @Param(min = 0) double gamma) implements Schedule {
    /** Ten epochs, for which PyTorch has no default, and its factor. */
    public StepLR() {
        this(10, 0.1);
    }

    @Override
    public double rate(double base, long time, Course course) {
        return base * Math.pow(gamma, (double) Math.floorDiv(time, stepSize));
    }
}
