package jimu.app.training;

import java.util.function.LongSupplier;
import jimu.app.session.Stopwatch;

/**
 * The time a run has taken, pauses left out, its speed of late, and about how long it will take. What is left does not jump: what is
 * told falls with the time, and is drawn only slowly to what the speed says; less slowly in the first minute, when everything warms
 * up.
 */
final class RunClock {
    private static final double WINDOW = 0.5;
    private static final double KEPT = 0.6;
    private static final double MEMORY = 20;
    private static final double PATIENCE = 8;
    private static final double MEMORY_SHARE = 0.5;
    private static final double PATIENCE_SHARE = 0.15;

    private final Stopwatch watch;
    private double markTime;
    private long markStep;
    private double speed;
    private double pace;
    private double end = Double.NaN;
    private double toldAt;

    RunClock(LongSupplier nanos) {
        watch = new Stopwatch(nanos);
    }

    void start() {
        watch.start();
        markTime = 0;
        markStep = -1;
        speed = 0;
        pace = 0;
        end = Double.NaN;
        toldAt = 0;
    }

    void pause() {
        watch.pause();
    }

    void resume() {
        watch.resume();
    }

    double seconds() {
        return watch.seconds();
    }

    /** Steps per second of late, as of step number {@code step}; 0 while that is not known. */
    double speed(long step) {
        double time = seconds();
        if (markStep < 0 || step < markStep) {
            markStep = step;
            markTime = time;
        } else if (time - markTime >= WINDOW && step > markStep) {
            double now = (step - markStep) / (time - markTime);
            speed = speed == 0 ? now : KEPT * speed + (1 - KEPT) * now;
            double kept = Math.exp((markTime - time) / Math.min(MEMORY, MEMORY_SHARE * time));
            pace = pace == 0 ? now : kept * pace + (1 - kept) * now;
            markTime = time;
            markStep = step;
        }
        return speed;
    }

    /** About how many seconds are left for so many steps, {@link #speed} having been asked; NaN while that is not known. */
    double left(long steps) {
        double time = seconds();
        if (pace == 0) {
            return Double.NaN;
        }
        double says = time + steps / pace;
        double weight =
                Double.isNaN(end) ? 1 : 1 - Math.exp((toldAt - time) / Math.min(PATIENCE, PATIENCE_SHARE * time));
        end = Double.isNaN(end) ? says : end + weight * (says - end);
        toldAt = time;
        return Math.max(0, end - time);
    }
}
