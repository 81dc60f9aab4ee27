package jimu.engine.train.schedule;

import jimu.engine.layer.Param;

/**
 * Multiplies the rate by gamma after every epoch, as PyTorch's {@code lr_scheduler.ExponentialLR}: base · gamma^epoch.
 *
 * @param gamma what the rate is multiplied by
 */
public record ExponentialLR(@Param(min = 0, required = true) double gamma) implements Schedule {
    /** A factor of 0.9, for which PyTorch has no default. */
    public ExponentialLR() {
        this(0.9);
    }

    @Override
    public double rate(double base, long time, Course course) {
        return base * Math.pow(gamma, (double) time);
    }
}
