package jimu.engine.train;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.layer.ParameterException;
import jimu.engine.train.clipping.Clipping;
import jimu.engine.train.clipping.ClippingCatalog;
import jimu.engine.train.schedule.Course;
import jimu.engine.train.schedule.ScheduledOptimizer;
import org.jspecify.annotations.Nullable;

/** The settings of a run as they stand, and what follows from them. Any thread may wish for others; the run's takes them over. */
final class LiveSettings {
    private final long stepsPerEpoch;
    private final List<Double> losses;
    private final AtomicReference<@Nullable TrainingSettings> wanted = new AtomicReference<>();
    private volatile Made made;

    /** Settings with what is made of them. */
    private record Made(
            TrainingSettings settings, ScheduledOptimizer optimizer, Optional<Clipping> clipping, Course course) {}

    /** The settings at the start; {@code losses} grows while the run goes on. */
    LiveSettings(TrainingSettings first, long stepsPerEpoch, List<Double> losses) throws ParameterException {
        this.stepsPerEpoch = stepsPerEpoch;
        this.losses = losses;
        made = make(first);
    }

    private Made make(TrainingSettings settings) throws ParameterException {
        return new Made(
                settings,
                ScheduledOptimizer.of(settings),
                settings.clipping().isEmpty()
                        ? Optional.empty()
                        : Optional.of(ClippingCatalog.create(settings.clipping().get())),
                new Course(settings.epochs(), stepsPerEpoch, losses));
    }

    TrainingSettings now() {
        return made.settings();
    }

    /** Those with which the next step will be made. */
    TrainingSettings coming() {
        TrainingSettings other = wanted.get();
        return other == null ? now() : SettingChange.taken(now(), other);
    }

    ScheduledOptimizer optimizer() {
        return made.optimizer();
    }

    /** Which readings the schedule and early stopping look at. */
    Progress.Watched watched() {
        return new Progress.Watched(
                optimizer().watchesLoss(), now().validation().stopping().isPresent());
    }

    Optional<Clipping> clipping() {
        return made.clipping();
    }

    Course course() {
        return made.course();
    }

    /** Why schedule, optimiser and data do not go together, in one sentence; empty if they do. */
    Optional<String> contradiction() {
        return contradiction(made);
    }

    /** Wishes for other settings, of which the run takes over before its next step what can change while it goes on. */
    void want(TrainingSettings other) throws TrainingException {
        Optional<String> obstacle = obstacle(other);
        if (obstacle.isPresent()) {
            throw TrainingException.saying(obstacle.get());
        }
        wanted.set(other);
    }

    /** Why other settings cannot be taken over, in one sentence; empty if they can. */
    Optional<String> obstacle(TrainingSettings other) {
        try {
            return contradiction(make(SettingChange.taken(now(), other)));
        } catch (ParameterException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Takes over what was wished for, and tells what has changed by it. */
    List<SettingChange> take() {
        TrainingSettings other = wanted.getAndSet(null);
        if (other == null) {
            return List.of();
        }
        TrainingSettings before = now();
        try {
            made = make(SettingChange.taken(before, other));
        } catch (ParameterException e) {
            throw new IllegalStateException("It was made before", e);
        }
        return SettingChange.between(before, now());
    }

    private static Optional<String> contradiction(Made made) {
        return made.optimizer().contradiction(made.course());
    }
}
