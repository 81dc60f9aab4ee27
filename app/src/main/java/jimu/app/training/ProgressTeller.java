package jimu.app.training;

import java.util.function.LongSupplier;
import jimu.app.fx.Background;
import jimu.engine.train.TrainEvent;

/** Puts together how far a run has come, how fast it is, how long it will take, and what memory the program takes. */
final class ProgressTeller {
    private final RunClock clock;
    private final MemoryUse memory;

    ProgressTeller(Background background, LongSupplier nanos) {
        clock = new RunClock(nanos);
        memory = new MemoryUse(background, nanos);
    }

    /** The run's time. */
    RunClock clock() {
        return clock;
    }

    /** After step {@code step} of a run of {@code epochs} epochs, the last one with {@code rate}; speed is told while it runs. */
    RunProgress tell(long step, TrainEvent.Started started, int epochs, float rate, Phase phase) {
        boolean running = phase == Phase.RUNNING;
        double speed = running ? clock.speed(step) : 0;
        double left = running ? clock.left(started.stepsPerEpoch() * epochs - step) : Double.NaN;
        return RunProgress.of(step, started, epochs, rate, clock.seconds(), left, speed, memory.now());
    }
}
