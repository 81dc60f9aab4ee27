package jimu.app.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jimu.app.fx.EventPump;
import jimu.engine.train.Run;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;

/**
 * The run that trains in turn with the current one: what happens in it is drawn over the current run's curves while it goes on, and
 * stays until another pair of runs begins. For the JavaFX thread only.
 */
public final class SecondRun {
    private static final long REFRESH_NANOS = 1_000_000_000L;
    private static final int MANY = 100_000;

    private final OverlaidRuns overlaid;
    private final EventPump pump;
    private final List<Object> told = new ArrayList<>();
    private Optional<OverlaidRuns.Overlaid> drawn = Optional.empty();
    private long seen;
    private long refreshed;

    /** Draws in {@code overlaid}, until the document of the current run is left. */
    public SecondRun(CurrentRun current, OverlaidRuns overlaid, EventPump pump) {
        this.overlaid = overlaid;
        current.runProperty().addListener((value, old, now) -> {
            if (now.isEmpty()) {
                pump.stop();
            }
        });
        this.pump = pump;
    }

    /** Follows a run, called so, to its end. */
    public void begin(Run run, Supplier<String> name) {
        told.clear();
        seen = 0;
        refreshed = System.nanoTime();
        pump.start(() -> pulse(run, name));
    }

    private void pulse(Run run, Supplier<String> name) {
        boolean over = run.isEnded();
        seen = run.ring().drain(seen, told::add);
        run.drainEvents(told::add);
        long period = told.size() > MANY ? 5 * REFRESH_NANOS : REFRESH_NANOS;
        if (over || System.nanoTime() - refreshed > period) {
            refreshed = System.nanoTime();
            draw(name);
        }
        if (over) {
            pump.stop();
        }
    }

    private void draw(Supplier<String> name) {
        List<Object> now = List.copyOf(told);
        OverlaidRuns.Overlaid next = new OverlaidRuns.Overlaid("twin", name, follower -> retell(now, follower));
        int place = drawn.map(overlaid.runs()::indexOf).orElse(-1);
        if (place < 0) {
            overlaid.runs().add(next);
        } else {
            overlaid.runs().set(place, next);
        }
        drawn = Optional.of(next);
    }

    private static void retell(List<Object> told, RunFollower follower) {
        for (Object one : told) {
            if (one instanceof StepReading reading) {
                follower.reading(reading);
            } else if (one instanceof TrainEvent event) {
                follower.happened(event);
            }
        }
    }
}
