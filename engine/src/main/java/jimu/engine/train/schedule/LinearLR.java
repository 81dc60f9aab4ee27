package jimu.engine.train.schedule;

import jimu.engine.layer.Param;

/**
 * Leads the rate from one share of it to another in equal steps, as PyTorch's {@code lr_scheduler.LinearLR}: base · (startFactor
 * + (endFactor − startFactor) · min(epoch, totalIters) / totalIters). With its defaults it warms a training up.
 *
 * @param startFactor the share of the rate in the first epoch
 * @param endFactor the share after totalIters epochs
 * @param totalIters the epochs from one to the other
 */
public record LinearLR(
        @Param(min = 1e-6, max = 1) double startFactor,
        @Param(min = 0, max = 1) double endFactor,
        @Param(min = 1) int totalIters)
        implements Schedule {
    /** PyTorch's defaults. */
    public LinearLR() {
        this(1.0 / 3, 1, 5);
    }

    @Override
    public double rate(double base, long time, Course course) {
        double way = (double) Math.min(time, totalIters) / totalIters;
        return base * (startFactor + (endFactor - startFactor) * way);
    }
}
