package jimu.engine.train.schedule;

import jimu.engine.layer.Param;

/**
 * Lets the rate fall to zero along a polynomial, as PyTorch's {@code lr_scheduler.PolynomialLR}: base · (1 − min(epoch,
 * totalIters) / totalIters)^power.
 *
 * @param totalIters the epochs until it is zero
 * @param power of the polynomial; 1 falls in a straight line
 */
public record PolynomialLR(
        @Param(min = 1) int totalIters, @Param(min = 0) double power) implements Schedule {
    /** PyTorch's defaults. */
    public PolynomialLR() {
        this(5, 1);
    }

    @Override
    public double rate(double base, long time, Course course) {
        double left = 1 - (double) Math.min(time, totalIters) / totalIters;
        return base * Math.pow(left, power);
    }
}
