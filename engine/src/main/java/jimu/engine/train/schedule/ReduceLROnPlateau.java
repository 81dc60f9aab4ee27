package jimu.engine.train.schedule;

import jimu.engine.layer.Param;

/**
 * Multiplies the rate by a factor whenever the loss of the validation part has not got better for some epochs, as PyTorch's {@code
 * lr_scheduler.ReduceLROnPlateau}. Without a validation part it watches the loss of the training part.
 *
 * @param mode whether better is less or more
 * @param factor what the rate is multiplied by
 * @param patience the epochs without a better loss that are let pass
 * @param threshold how much better counts as better
 * @param thresholdMode whether the threshold is a share of the best loss or a difference from it
 * @param cooldown the epochs after a fall that do not count
 * @param minLr the lowest rate
 * @param eps a fall by no more than this is not made
 */
public record ReduceLROnPlateau(
        Mode mode,
        @Param(min = 0, max = 0.9999999) double factor,
        @Param(min = 0) int patience,
        double threshold,
        ThresholdMode thresholdMode,
        @Param(min = 0) int cooldown,
        @Param(min = 0) double minLr,
        @Param(min = 0) double eps)
        implements Schedule {
    /** Whether better is less or more. */
    public enum Mode {
        MIN,
        MAX
    }

    /** What a threshold is measured by. */
    public enum ThresholdMode {
        REL,
        ABS
    }

    /** PyTorch's defaults. */
    public ReduceLROnPlateau() {
        this(Mode.MIN, 0.1, 10, 1e-4, ThresholdMode.REL, 0, 0, 1e-8);
    }

    @Override
    public boolean watchesLoss() {
        return true;
    }

    @Override
    public double rate(double base, long time, Course course) {
        double rate = base;
        double best = mode == Mode.MIN ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        int bad = 0;
        int cooling = 0;
        for (double loss : course.losses()) {
            boolean better = better(loss, best);
            best = better ? loss : best;
            bad = better ? 0 : bad + 1;
            if (cooling > 0) {
                cooling--;
                bad = 0;
            }
            if (bad > patience) {
                double lower = Math.max(rate * factor, minLr);
                rate = rate - lower > eps ? lower : rate;
                cooling = cooldown;
                bad = 0;
            }
        }
        return rate;
    }

    private boolean better(double loss, double best) {
        boolean relative = thresholdMode == ThresholdMode.REL;
        return mode == Mode.MIN
                ? loss < (relative ? best * (1 - threshold) : best - threshold)
                : loss > (relative ? best * (1 + threshold) : best + threshold);
    }
}
