package jimu.app.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import jimu.app.fx.Background;
import jimu.app.fx.Latest;
import jimu.engine.infer.Inference;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.train.Run;
import jimu.engine.train.TrainEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The weights of the open document while somebody looks: the first ones before any training, those of the current run a few times
 * a second, copied between two batches, and the last ones at its end; those of an earlier run while they stand in their place.
 *
 * <p>One copy at a time is under way and the next comes no sooner than four times as long as the last one took: a slow machine
 * gets fewer, and nothing queues up. While nobody looks nothing is copied. For the JavaFX thread only.
 */
public final class LiveWeights implements RunFollower {
    private static final Logger LOG = LoggerFactory.getLogger(LiveWeights.class);
    private static final long SOONEST_NANOS = 150_000_000;
    private static final int SHARE = 4;

    /** Weights with the shapes of the network that they belong to. */
    public record Weights(Inference inference, WeightSnapshot snapshot) {}

    private final Session session;
    private final CurrentRun current;
    private final LongSupplier clock;
    private final Latest latest;
    private final List<ObservableBooleanValue> watchers = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<Weights>> weights =
            new ReadOnlyObjectWrapper<>(this, "weights", Optional.empty());
    private long step = -1;
    private long next;
    private boolean stale = true;

    /** The weights of a session's document under its current run; {@code clock} counts nanoseconds. */
    public LiveWeights(Session session, CurrentRun current, Background background, LongSupplier clock) {
        this.session = session;
        this.current = current;
        this.clock = clock;
        latest = new Latest(background);
        session.wholeInferenceProperty().addListener((value, old, now) -> ask());
        session.openingsProperty().addListener((value, old, now) -> ask());
        current.loadedProperty().addListener((value, old, now) -> ask());
        current.follow(this);
    }

    /** Looks whenever {@code watching} is true. */
    public void watch(ObservableBooleanValue watching) {
        watchers.add(watching);
        watching.addListener((value, old, now) -> {
            if (now && stale) {
                ask();
            }
        });
        if (watching.get() && stale) {
            ask();
        }
    }

    /** The weights that were copied last; none before somebody looks. */
    public ReadOnlyObjectProperty<Optional<Weights>> weightsProperty() {
        return weights.getReadOnlyProperty();
    }

    @Override
    public void began(Run run) {
        step = -1;
        next = 0;
    }

    @Override
    public void happened(TrainEvent event) {
        if (event instanceof TrainEvent.Finished || event instanceof TrainEvent.Failed) {
            ask();
        }
    }

    @Override
    public void told() {
        long written = current.run().map(run -> run.ring().written()).orElse(0L);
        stale |= written != step;
        if (written != step && !latest.isBusy() && clock.getAsLong() >= next) {
            step = written;
            ask();
        }
    }

    @Override
    public void dropped() {
        step = -1;
    }

    private void ask() {
        stale = true;
        if (watchers.stream().noneMatch(ObservableBooleanValue::get)) {
            latest.forget();
            return;
        }
        stale = false;
        Inference inference = session.wholeInference();
        long seed = session.wholePresent().training().seed();
        long asked = clock.getAsLong();
        latest.run(
                () -> new Weights(inference, current.weights(inference, seed).join()),
                now -> {
                    long answered = clock.getAsLong();
                    next = answered + Math.max(SOONEST_NANOS, SHARE * (answered - asked));
                    weights.set(Optional.of(now));
                },
                failure -> LOG.warn("The weights cannot be copied: {}", failure.toString()));
    }
}
