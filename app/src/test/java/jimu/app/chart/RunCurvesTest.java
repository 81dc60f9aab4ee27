package jimu.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import jimu.engine.train.Part;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;
import jimu.engine.train.TrainEvent.Score;
import org.junit.jupiter.api.Test;

class RunCurvesTest {
    private double now;
    private final RunCurves live = new RunCurves("", () -> "this", () -> now);

    @Test
    void theStepsOfAPulseAreSpreadOverItsTime() {
        read(1, 2);
        now = 2;
        live.told();
        read(3, 4, 5, 6);
        now = 3;
        live.told();
        assertEquals(1, live.training().seconds(0));
        assertEquals(2, live.training().seconds(1));
        assertEquals(2.25, live.training().seconds(2));
        assertEquals(3, live.training().seconds(5));
    }

    @Test
    void aKeptRunTookWhatItsEpochsTook() {
        RunCurves kept = Told.run("a", 250, step -> 1);
        kept.happened(new TrainEvent.Finished(TrainEvent.Ending.STOPPED, 250, Optional.empty(), 26));
        assertEquals(5, kept.training().seconds(49), 1e-9);
        assertEquals(20, kept.training().seconds(199), 1e-9);
        assertEquals(26, kept.training().seconds(249), 1e-9);
    }

    @Test
    void whatAnEarlierProcessDidTookItsTimeAndTheClockGoesOnFromThere() {
        live.happened(Told.started("accuracy"));
        for (int step = 1; step <= 100; step++) {
            read(step);
        }
        now = 0.01;
        live.happened(Told.epoch(1, 1));
        live.told();
        assertEquals(10, live.training().seconds(99), 1e-9);
        read(101);
        now = 0.5;
        live.told();
        assertEquals(10.5, live.training().seconds(100), 1e-9);
    }

    @Test
    void anEpochUnderWayKeepsTheTimesThatWereMeasured() {
        live.happened(Told.started("accuracy"));
        for (int step = 1; step <= 100; step++) {
            read(step);
            now += 0.08;
            live.told();
        }
        now += 2;
        live.happened(Told.epoch(1, 1));
        assertEquals(8, live.training().seconds(99), 1e-9);
    }

    @Test
    void validationsLieAtTheirSteps() {
        Score score = new Score(0.5, OptionalDouble.of(0.9));
        read(1, 2, 3);
        live.happened(new TrainEvent.Validated(1, 2, score));
        live.happened(new TrainEvent.EpochEnded(1, 3, score, Optional.of(score), 1));
        assertEquals(2, live.validation().size());
        assertEquals(2, live.validation().step(0));
        assertEquals(0.9, live.validation().channel(1).at(1), 1e-6);
    }

    @Test
    void changesAreMarkedAndOfTheBestOnlyTheLast() {
        live.happened(new TrainEvent.Changed(5, "optimizer.lr", "0.001", "0.0005"));
        live.happened(new TrainEvent.Best(1, 10, Part.VALIDATION, "accuracy", 0.8));
        live.happened(new TrainEvent.Best(2, 20, Part.VALIDATION, "accuracy", 0.9));
        live.happened(new TrainEvent.Diverged(30, 2, 3, TrainEvent.Quantity.LOSS));
        assertEquals(2, live.marks().size());
        assertEquals("lr: 0.001 → 0.0005", MarkText.of(live.marks().get(0)));
        assertEquals(20, live.best().orElseThrow().step());
        assertEquals("best: accuracy 90.00 %", MarkText.of(live.best().orElseThrow()));
        assertEquals("the loss is no number", MarkText.of(live.marks().get(1)));
    }

    @Test
    void aLongRunKeepsItsPlacesBounded() {
        for (int step = 1; step <= 3_000_000; step++) {
            read(step);
        }
        assertTrue(
                live.training().size() <= 1 << 19, "places: " + live.training().size());
        assertEquals(8, live.training().grain());
        assertEquals(8, live.training().step(0));
        assertEquals(3_000_000, live.training().step(live.training().size() - 1));
        int place = live.training().placeOfStep(1_500_000, 0);
        assertEquals(1_500_000, live.training().step(place));
    }

    private void read(long... steps) {
        for (long step : steps) {
            live.reading(new StepReading(step, 1, 0.5f, 0.1f, 1));
        }
    }
}
