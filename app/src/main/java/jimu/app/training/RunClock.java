package jimu.app.training;

import java.util.function.LongSupplier;

/** The time a run has taken, pauses left out, and its speed of late. */
final class RunClock {
    private static final double NANOS = 1e-9;
    private static final double WINDOW = 0.5;
    private static final double KEPT = 0.6;

    private final LongSupplier nanos;
    private double before;
    private long since;
    private boolean going;
    private double markTime;
    private long markStep;
    private double speed;

    RunClock(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void start() {
        before = 0;
        markTime = 0;
        markStep = 0;
        speed = 0;
        going = false;
        resume();
    }

    void pause() {
        before = seconds();
        going = false;
    }

    void resume() {
        if (!going) {
            since = nanos.getAsLong();
            going = true;
        }
    }

    double seconds() {
        return going ? before + (nanos.getAsLong() - since) * NANOS : before;
    }

    /** Steps per second of late, as of step number {@code step}; 0 while that is not known. */
    double speed(long step) {
        double time = seconds();
        if (time - markTime >= WINDOW && step > markStep) {
            double now = (step - markStep) / (time - markTime);
            speed = speed == 0 ? now : KEPT * speed + (1 - KEPT) * now;
            markTime = time;
            markStep = step;
        }
        return speed;
    }
}
