package jimu.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;
import jimu.engine.train.TrainEvent.Score;
import org.junit.jupiter.api.Test;

class ChartViewModelTest {
    private final ChartViewModel model = new ChartViewModel();

    @Test
    void readingsBecomePointsOfLossAndMetric() {
        start();
        model.reading(new StepReading(1, 2f, 0.25f, 0.1f, 1));
        model.reading(new StepReading(2, 1f, 0.75f, 0.1f, 1));
        model.told();
        assertFalse(model.emptyProperty().get());
        assertEquals(2, model.loss().steps().size());
        assertEquals(1, model.loss().steps().y(1));
        assertEquals(0.75, model.metric().steps().y(1));
    }

    @Test
    void theSmoothedCurveBeginsAtTheFirstReading() {
        start();
        model.reading(new StepReading(1, 2f, Float.NaN, 0.1f, 1));
        assertEquals(2, model.loss().smooth().y(0), 1e-9);
        assertEquals(0, model.metric().size());
    }

    @Test
    void validationIsOnePointAnEpochAtItsLastStep() {
        start();
        Score score = new Score(0.5, OptionalDouble.of(0.9));
        model.happened(new TrainEvent.EpochEnded(1, 100, score, Optional.of(score), 1));
        assertEquals(100, model.loss().validation().x(0));
        assertEquals(0.9, model.metric().validation().y(0));
    }

    @Test
    void neverMoreThanFourThousandPoints() {
        start();
        for (int step = 1; step <= 200_000; step++) {
            model.reading(new StepReading(step, 1f, 0.5f, 0.1f, 1));
        }
        assertTrue(model.points() <= 4000, "points: " + model.points());
    }

    @Test
    void theAxisCountsEpochsOnDemand() {
        start();
        assertEquals(1, model.scale());
        model.axisProperty().set(ChartViewModel.Axis.EPOCHS);
        assertEquals(0.01, model.scale());
    }

    @Test
    void drawingIsAskedForAFewTimesASecondAtMost() {
        start();
        model.told();
        int before = model.versionProperty().get();
        for (int step = 1; step <= 50; step++) {
            model.reading(new StepReading(step, 1f, 0.5f, 0.1f, 1));
            model.told();
        }
        assertTrue(model.versionProperty().get() - before <= 1);
    }

    private void start() {
        model.happened(new TrainEvent.Started(10, 100, 2, 16, Optional.of("accuracy"), "nd4j"));
    }
}
