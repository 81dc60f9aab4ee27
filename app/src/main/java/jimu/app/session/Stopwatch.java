package jimu.app.session;

import java.util.function.LongSupplier;

/** The time something has taken, pauses left out. */
public final class Stopwatch {
    private static final double NANOS = 1e-9;

    private final LongSupplier nanos;
    private double before;
    private long since;
    private boolean going;

    /** Reads the time from {@code nanos}, as {@link System#nanoTime} tells it. */
    public Stopwatch(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Begins at 0. */
    public void start() {
        before = 0;
        going = false;
        resume();
    }

    /** Stands still from now on. */
    public void pause() {
        before = seconds();
        going = false;
    }

    /** Goes on, if it stood still. */
    public void resume() {
        if (!going) {
            since = nanos.getAsLong();
            going = true;
        }
    }

    /** Puts it forward, or back, by so many seconds. */
    public void shift(double seconds) {
        before += seconds;
    }

    /** The seconds that have passed. */
    public double seconds() {
        return going ? before + (nanos.getAsLong() - since) * NANOS : before;
    }
}
