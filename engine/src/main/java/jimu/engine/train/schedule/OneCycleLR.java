package jimu.engine.train.schedule;

import java.util.Optional;
import java.util.OptionalDouble;
import jimu.engine.layer.Param;
import jimu.engine.layer.Size;
import jimu.engine.message.Messages;
import jimu.engine.train.optimizer.Optimizer;

/**
 * One rise of the rate to its peak and one fall to nearly nothing, step by step (Smith and Topin, 2018), as PyTorch's {@code
 * lr_scheduler.OneCycleLR}: from maxLr / divFactor to maxLr and down to maxLr / divFactor / finalDivFactor, each along half a
 * cosine or a line. The optimiser's own rate is not used. The momentum, or Adam's first beta, goes the other way.
 *
 * @param maxLr the rate at the peak
 * @param totalSteps the steps of the cycle; those of the whole training unless pinned
 * @param pctStart the share of the steps in which the rate rises
 * @param annealStrategy the form of rise and fall
 * @param cycleMomentum whether the momentum goes from maxMomentum to baseMomentum and back meanwhile
 * @param baseMomentum the momentum at the peak
 * @param maxMomentum the momentum at the beginning and the end
 * @param divFactor how many times as high as the first rate the peak is
 * @param finalDivFactor how many times as high as the last rate the first one is
 * @param threePhase whether the rate falls as it rose, and only then to its last value
 */
public record OneCycleLR(
        @Param(min = 0, required = true) double maxLr,
        @Param(min = 1) Size totalSteps,
        @Param(min = 0, max = 1) double pctStart,
        Anneal annealStrategy,
        boolean cycleMomentum,
        @Param(min = 0, max = 0.9999999) double baseMomentum,
        @Param(min = 0, max = 0.9999999) double maxMomentum,
        @Param(min = 1e-6) double divFactor,
        @Param(min = 1e-6) double finalDivFactor,
        boolean threePhase)
        implements Schedule {
    /** The form of a rise or fall. */
    public enum Anneal {
        COS,
        LINEAR;

        double between(double start, double end, double way) {
            return this == LINEAR
                    ? start + (end - start) * way
                    : end + (start - end) / 2 * (Math.cos(Math.PI * way) + 1);
        }
    }

    /** A peak of 0.01, for which PyTorch has no default, over the whole training, and its other defaults. */
    public OneCycleLR() {
        this(0.01, Size.AUTO, 0.3, Anneal.COS, true, 0.85, 0.95, 25, 1e4, false);
    }

    @Override
    public Pace pace() {
        return Pace.STEP;
    }

    @Override
    public double rate(double base, long time, Course course) {
        double first = maxLr / divFactor;
        return cycle(time, course, first, maxLr, first / finalDivFactor);
    }

    @Override
    public OptionalDouble momentum(long time, Course course) {
        return cycleMomentum
                ? OptionalDouble.of(cycle(time, course, maxMomentum, baseMomentum, maxMomentum))
                : OptionalDouble.empty();
    }

    @Override
    public Optional<String> contradiction() {
        return baseMomentum > maxMomentum
                ? Optional.of(Messages.text("schedule.OneCycleLR.momenta", baseMomentum, maxMomentum))
                : Optional.empty();
    }

    @Override
    public Optional<String> contradiction(Optimizer optimizer, Course course) {
        if (cycleMomentum && optimizer.withMomentum(maxMomentum).isEmpty()) {
            return Optional.of(Messages.text("schedule.OneCycleLR.momentum", optimizer.type()));
        }
        return steps(course) < course.steps()
                ? Optional.of(Messages.text("schedule.OneCycleLR.short", steps(course), course.steps()))
                : Optional.empty();
    }

    private long steps(Course course) {
        return totalSteps.automatic() ? course.steps() : totalSteps.pinned();
    }

    private double cycle(long time, Course course, double low, double peak, double end) {
        double last = steps(course) - 1;
        double rise = pctStart * steps(course) - 1;
        if (time <= rise) {
            return annealStrategy.between(low, peak, part(time, 0, rise));
        } else if (!threePhase) {
            return annealStrategy.between(peak, end, part(time, rise, last));
        }
        double fall = 2 * rise;
        return time <= fall
                ? annealStrategy.between(peak, low, part(time, rise, fall))
                : annealStrategy.between(low, end, part(time, fall, last));
    }

    private static double part(long time, double from, double to) {
        return to > from ? Math.min(1, (time - from) / (to - from)) : 1;
    }
}
