package jimu.app.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import jimu.app.fx.EventPump;
import jimu.engine.data.Preprocessing;
import jimu.engine.infer.Inference;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.train.ExitGuard;
import jimu.engine.train.Run;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;
import org.jspecify.annotations.Nullable;

/**
 * The run that belongs to the open document: the one in progress, or the last one with its weights. It tells what happens there.
 *
 * <p>Each pulse hands on all new readings, and events until the pulse's time is used up. For the JavaFX thread only.
 */
public final class CurrentRun {
    private static final long BUDGET_NANOS = 4_000_000;

    private final EventPump pump;
    private final List<RunFollower> followers = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<Run>> run = new ReadOnlyObjectWrapper<>(this, "run", Optional.empty());
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper(this, "active");
    private final BooleanProperty sweeping = new SimpleBooleanProperty(this, "sweeping");
    private final ReadOnlyObjectWrapper<Optional<LoadedWeights>> loaded =
            new ReadOnlyObjectWrapper<>(this, "loaded", Optional.empty());
    private final Queue<TrainEvent> waiting = new ArrayDeque<>();
    private Optional<ExitGuard> guard = Optional.empty();
    private long seen;

    /** The runs of a session's documents: opening another one ends and drops the run. */
    public CurrentRun(Session session, EventPump pump) {
        this.pump = pump;
        session.openingsProperty().addListener((value, old, now) -> drop());
    }

    /** Tells {@code follower} what happens from now on. */
    public void follow(RunFollower follower) {
        followers.add(follower);
    }

    /** Puts a run in place of the one before, which is stopped. */
    public void begin(Run next) {
        begin(next, follower -> {});
    }

    /** The same for a run that goes on where an earlier one was left; {@code before} tells a follower what happened in that. */
    public void begin(Run next, Consumer<RunFollower> before) {
        run.get().ifPresent(Run::stop);
        waiting.clear();
        seen = 0;
        run.set(Optional.of(next));
        active.set(true);
        loaded.set(Optional.empty());
        followers.forEach(follower -> follower.began(next));
        followers.forEach(before);
        guard.ifPresent(ExitGuard::close);
        guard = Optional.of(next.keepAtExit());
        pump.start(() -> pulse(next));
    }

    /** Puts weights in the place of the run's, until another run begins. */
    public void use(LoadedWeights weights) {
        loaded.set(Optional.of(weights));
    }

    /** Goes back to the run's own weights. */
    public void useOwn() {
        loaded.set(Optional.empty());
    }

    /** The weights that stand in the place of the run's, if a person put some there. */
    public ReadOnlyObjectProperty<Optional<LoadedWeights>> loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** The preprocessing that goes with {@link #weights}; that of {@code data} where nothing was trained. */
    public Preprocessing preprocessing(Preprocessing data) {
        return loaded.get()
                .flatMap(LoadedWeights::preprocessing)
                .or(() -> run.get().map(Run::preprocessing))
                .orElse(data);
    }

    /** The run, if there has been one. */
    public Optional<Run> run() {
        return run.get();
    }

    /** The run, if there has been one. */
    public ReadOnlyObjectProperty<Optional<Run>> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Whether the run is in progress, paused or not. */
    public ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    /** Whether a sweep trains variants of the document; no run is to be begun meanwhile. */
    public BooleanProperty sweepingProperty() {
        return sweeping;
    }

    /** The longest time between two pulses of the JavaFX thread during the run, in milliseconds. */
    public double latestPulse() {
        return pump.latestPulse();
    }

    /**
     * Weights for a network: seeded first values, but those of the run, or those put in their place, where path and shape still
     * match. To be called off the JavaFX thread where waiting is not allowed.
     */
    public CompletableFuture<WeightSnapshot> weights(Inference inference, long seed) {
        WeightSnapshot initial = WeightSnapshot.initial(inference, seed);
        if (loaded.get().isPresent()) {
            return CompletableFuture.completedFuture(
                    initial.keeping(loaded.get().get().weights()));
        }
        return run.get()
                .map(last -> last.weights().thenApply(initial::keeping))
                .orElseGet(() -> CompletableFuture.completedFuture(initial));
    }

    private void pulse(Run current) {
        seen = current.ring().drain(seen, this::read);
        current.drainEvents(waiting::add);
        long end = System.nanoTime() + BUDGET_NANOS;
        boolean over = false;
        for (TrainEvent event = waiting.poll(); event != null; event = next(end)) {
            TrainEvent told = event;
            over |= event instanceof TrainEvent.Finished || event instanceof TrainEvent.Failed;
            followers.forEach(follower -> follower.happened(told));
        }
        if (over) {
            pump.stop();
            active.set(false);
            guard.ifPresent(ExitGuard::close);
            guard = Optional.empty();
        }
        followers.forEach(RunFollower::told);
    }

    private @Nullable TrainEvent next(long end) {
        return System.nanoTime() < end ? waiting.poll() : null;
    }

    private void read(StepReading reading) {
        for (int i = 0; i < followers.size(); i++) {
            followers.get(i).reading(reading);
        }
    }

    private void drop() {
        loaded.set(Optional.empty());
        if (run.get().isPresent()) {
            run.get().get().stop();
            pump.stop();
            run.set(Optional.empty());
            active.set(false);
            followers.forEach(RunFollower::dropped);
        }
    }
}
