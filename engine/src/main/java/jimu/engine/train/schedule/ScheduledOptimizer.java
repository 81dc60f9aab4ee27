package jimu.engine.train.schedule;

import java.util.Optional;
import java.util.OptionalDouble;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.layer.ParameterException;
import jimu.engine.train.optimizer.Optimizer;
import jimu.engine.train.optimizer.OptimizerCatalog;
import jimu.engine.train.schedule.Schedule.Pace;

/**
 * An optimiser whose rate a schedule sets, if there is one.
 *
 * @param base the optimiser as it is set
 * @param schedule what changes its rate
 */
public record ScheduledOptimizer(Optimizer base, Optional<Schedule> schedule) {
    /** Optimiser and schedule as settings describe them. */
    public static ScheduledOptimizer of(TrainingSettings settings) throws ParameterException {
        Optimizer optimizer = OptimizerCatalog.create(settings.optimizer());
        return settings.schedule().isEmpty()
                ? new ScheduledOptimizer(optimizer, Optional.empty())
                : new ScheduledOptimizer(
                        optimizer,
                        Optional.of(ScheduleCatalog.create(settings.schedule().get())));
    }

    /** Why they cannot go together over a training, in one sentence; empty if they can. */
    public Optional<String> contradiction(Course course) {
        return schedule.flatMap(one -> one.contradiction(base, course));
    }

    /** Whether the rate depends on the losses. */
    public boolean watchesLoss() {
        return schedule.filter(Schedule::watchesLoss).isPresent();
    }

    /** Whether the rate can change within an epoch. */
    public boolean changesWithinEpochs() {
        return schedule.isPresent() && schedule.get().pace() == Pace.STEP;
    }

    /** The learning rate after {@code epochs} epochs and {@code steps} steps in all. */
    public double rate(int epochs, long steps, Course course) {
        return schedule.isEmpty() ? base.lr() : schedule.get().rate(base.lr(), time(epochs, steps), course);
    }

    /** The optimiser for the step after {@code epochs} epochs and {@code steps} steps in all. */
    public Optimizer after(int epochs, long steps, Course course) {
        double rate = rate(epochs, steps, course);
        Optimizer now = rate == base.lr() ? base : base.withLr(rate);
        if (schedule.isEmpty()) {
            return now;
        }
        OptionalDouble momentum = schedule.get().momentum(time(epochs, steps), course);
        return momentum.isEmpty()
                ? now
                : now.withMomentum(momentum.getAsDouble()).orElse(now);
    }

    private long time(int epochs, long steps) {
        return changesWithinEpochs() ? steps : epochs;
    }
}
