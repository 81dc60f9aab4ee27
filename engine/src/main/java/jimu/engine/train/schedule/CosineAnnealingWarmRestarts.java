package jimu.engine.train.schedule;

import jimu.engine.layer.Param;

/**
 * Lets the rate fall along half a cosine again and again (Loshchilov and Hutter, 2017), as PyTorch's {@code
 * lr_scheduler.CosineAnnealingWarmRestarts}: etaMin + ½ (base − etaMin)(1 + cos(π · t / T)) with t epochs since the last restart;
 * T is t0 at first and grows by the factor tMult with each restart.
 *
 * @param t0 the epochs before the first restart
 * @param tMult how many times as long each fall is as the one before
 * @param etaMin the lowest rate
 */
public record CosineAnnealingWarmRestarts(
        @Param(name = "T_0", min = 1, required = true) int t0,
        @Param(name = "T_mult", min = 1) int tMult,
        @Param(min = 0) double etaMin)
        implements Schedule {
    /** Ten epochs, for which PyTorch has no default, and its other defaults. */
    public CosineAnnealingWarmRestarts() {
        this(10, 1, 0);
    }

    @Override
    public double rate(double base, long time, Course course) {
        long since = tMult == 1 ? time % t0 : time;
        long length = t0;
        while (since >= length) {
            since -= length;
            length *= tMult;
        }
        return etaMin + (base - etaMin) * (1 + Math.cos(Math.PI * since / length)) / 2;
    }
}
