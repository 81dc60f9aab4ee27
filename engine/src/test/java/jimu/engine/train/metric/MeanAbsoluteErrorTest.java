package jimu.engine.train.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MeanAbsoluteErrorTest {
    @Test
    void distancesAreAveraged() {
        assertEquals(
                1.5,
                MetricTrial.measure(
                        new MeanAbsoluteError(), MetricTrial.alike(2, 2, 2), new double[] {1, 2, 3, 4}, new double[] {
                            0, 4, 3, 1
                        }));
    }

    @Test
    void smallerIsBetter() {
        assertEquals(false, new MeanAbsoluteError().ascending());
    }
}
