package jimu.engine.train.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import jimu.engine.train.schedule.ReduceLROnPlateau.Mode;
import jimu.engine.train.schedule.ReduceLROnPlateau.ThresholdMode;
import org.junit.jupiter.api.Test;

class ReduceLROnPlateauTest {
    @Test
    void defaultsArePyTorchs() {
        assertEquals(
                new ReduceLROnPlateau(Mode.MIN, 0.1, 10, 1e-4, ThresholdMode.REL, 0, 0, 1e-8), new ReduceLROnPlateau());
    }

    @Test
    void theRateFallsOnceMoreEpochsThanThePatienceAreNoBetter() {
        ReduceLROnPlateau schedule = new ReduceLROnPlateau(Mode.MIN, 0.5, 1, 0, ThresholdMode.REL, 0, 0, 0);
        assertEquals(1, after(schedule, 3, 4));
        assertEquals(0.5, after(schedule, 3, 4, 3));
        assertEquals(0.5, after(schedule, 3, 4, 3, 3));
        assertEquals(0.25, after(schedule, 3, 4, 3, 3, 3));
    }

    @Test
    void aThresholdIsAShareOrADifference() {
        ReduceLROnPlateau share = new ReduceLROnPlateau(Mode.MIN, 0.5, 0, 0.1, ThresholdMode.REL, 0, 0, 0);
        assertEquals(1, after(share, 10, 8.9));
        assertEquals(0.5, after(share, 10, 9.1));
        ReduceLROnPlateau difference = new ReduceLROnPlateau(Mode.MAX, 0.5, 0, 0.1, ThresholdMode.ABS, 0, 0, 0);
        assertEquals(1, after(difference, 10, 10.2));
        assertEquals(0.5, after(difference, 10, 10.05));
    }

    @Test
    void whileItCoolsDownNothingCounts() {
        ReduceLROnPlateau schedule = new ReduceLROnPlateau(Mode.MIN, 0.5, 0, 0, ThresholdMode.REL, 2, 0, 0);
        assertEquals(0.5, after(schedule, 1, 1, 1, 1));
        assertEquals(0.25, after(schedule, 1, 1, 1, 1, 1));
    }

    @Test
    void theRateStaysAboveTheLowest() {
        ReduceLROnPlateau schedule = new ReduceLROnPlateau(Mode.MIN, 0.1, 0, 0, ThresholdMode.REL, 0, 0.3, 0);
        assertEquals(0.3, after(schedule, 1, 1, 1, 1));
    }

    @Test
    void aLossThatIsNoNumberIsNoBetter() {
        ReduceLROnPlateau schedule = new ReduceLROnPlateau(Mode.MIN, 0.5, 0, 0, ThresholdMode.REL, 0, 0, 0);
        assertArrayEquals(new double[] {0.5}, new double[] {after(schedule, 1, Double.NaN)});
    }

    private static double after(ReduceLROnPlateau schedule, double... losses) {
        List<Double> list = Arrays.stream(losses).boxed().toList();
        return schedule.rate(1, losses.length, new Course(10, 1, list));
    }
}
