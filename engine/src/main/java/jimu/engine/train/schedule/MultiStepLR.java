package jimu.engine.train.schedule;

import java.util.List;
import jimu.engine.layer.Param;

/**
 * Multiplies the rate by gamma at each milestone, as PyTorch's {@code lr_scheduler.MultiStepLR}: base · gamma^n with the number n
 * of milestones not after the epoch.
 *
 * @param milestones the epochs, the first being 0, at which the rate falls
 * @param gamma what the rate is multiplied by
 */
public record MultiStepLR(
        @Param(min = 0, required = true) List<Integer> milestones,
        @Param(min = 0) double gamma) implements Schedule {
    public MultiStepLR {
        milestones = List.copyOf(milestones);
    }

    /** Two milestones, for which PyTorch has no default, and its factor. */
    public MultiStepLR() {
        this(List.of(10, 20), 0.1);
    }

    @Override
    public double rate(double base, long time, Course course) {
        long passed = milestones.stream().filter(epoch -> epoch <= time).count();
        return base * Math.pow(gamma, (double) passed);
    }
}
