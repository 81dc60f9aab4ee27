package jimu.engine.train.schedule;

import jimu.engine.layer.Param;
import jimu.engine.layer.Size;

/**
 * Lets the rate fall along half a cosine (Loshchilov and Hutter, 2017), as PyTorch's {@code lr_scheduler.CosineAnnealingLR}:
 * etaMin + ½ (base − etaMin)(1 + cos(π · epoch / tMax)). After tMax epochs it rises again.
 *
 * @param tMax the epochs in which it falls; those of the whole training unless pinned
 * @param etaMin the lowest rate
 */
public record CosineAnnealingLR(
        @Param(name = "T_max", min = 1, required = true) Size tMax,
        @Param(min = 0) double etaMin) implements Schedule {
    /** Down to PyTorch's default of 0 at the end of the training; PyTorch has no default for the length. */
    public CosineAnnealingLR() {
        this(Size.AUTO, 0);
    }

    @Override
    public double rate(double base, long time, Course course) {
        int length = tMax.automatic() ? course.epochs() : tMax.pinned();
        return etaMin + (base - etaMin) * (1 + Math.cos(Math.PI * time / length)) / 2;
    }
}
