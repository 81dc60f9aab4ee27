package jimu.engine.train.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import jimu.engine.train.optimizer.SGD;
import jimu.engine.train.schedule.RateCurve.Point;
import jimu.engine.train.schedule.ReduceLROnPlateau.Mode;
import jimu.engine.train.schedule.ReduceLROnPlateau.ThresholdMode;
import org.junit.jupiter.api.Test;

class RateCurveTest {
    @Test
    void aRateStaysForAnEpoch() {
        assertEquals(
                List.of(new Point(0, 1), new Point(1, 1), new Point(1, 0.5), new Point(2, 0.5)),
                curve(new ExponentialLR(0.5), 2, 10).points());
    }

    @Test
    void aCycleHasAPointForEachStep() {
        List<Point> points = curve(new OneCycleLR(), 2, 5).points();
        assertEquals(10, points.size());
        assertEquals(1.8, points.get(9).epoch(), 1e-12);
    }

    @Test
    void aPlateauIsShownForALossThatGetsNoBetter() {
        List<Point> points = curve(new ReduceLROnPlateau(Mode.MIN, 0.1, 2, 1e-4, ThresholdMode.REL, 0, 0, 1e-8), 8, 10)
                .points();
        assertEquals(1, points.get(7).rate());
        assertEquals(0.1, points.get(8).rate(), 1e-12);
    }

    @Test
    void aLongTrainingHasNoMorePointsThanCanBeSeen() {
        List<Point> points = curve(new ExponentialLR(0.9), 100_000, 10).points();
        assertTrue(points.size() <= 800);
        assertEquals(100_000, points.get(points.size() - 1).epoch());
    }

    private static RateCurve curve(Schedule schedule, int epochs, long steps) {
        SGD base = new SGD(1, 0, 0, 0, false);
        return RateCurve.of(new ScheduledOptimizer(base, Optional.of(schedule)), Course.of(epochs, steps));
    }
}
