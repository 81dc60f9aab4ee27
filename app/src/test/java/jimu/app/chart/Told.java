package jimu.app.chart;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;

/** Runs that are told to the charts. */
final class Told {
    private Told() {}

    /** A kept run of so many steps, 100 an epoch that took 10 s, with validations; {@code loss} tells the loss of a step. */
    static RunCurves run(String id, int steps, IntToDoubleFunction loss) {
        RunCurves run = RunCurves.kept(id, () -> "run " + id);
        run.happened(started("accuracy"));
        for (int step = 1; step <= steps; step++) {
            run.reading(new StepReading(step, (float) loss.applyAsDouble(step), 0.5f, 0.1f, 2));
            if (step % 100 == 0) {
                run.happened(epoch(step / 100, 0.4));
            }
        }
        return run;
    }

    static TrainEvent.Started started(String metric) {
        return new TrainEvent.Started(10, 100, 50, 16, Optional.of(metric), "nd4j");
    }

    /** The end of an epoch that took 10 s. */
    static TrainEvent.EpochEnded epoch(int epoch, double validation) {
        return epoch(epoch, validation, 10);
    }

    static TrainEvent.EpochEnded epoch(int epoch, double validation, double seconds) {
        TrainEvent.Score score = new TrainEvent.Score(validation, OptionalDouble.of(0.9));
        return new TrainEvent.EpochEnded(epoch, epoch * 100L, score, Optional.of(score), seconds);
    }
}
