package jimu.engine.train.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BinaryAccuracyTest {
    private static final double[] WANTED = {1, 0, 1, 0};

    @Test
    void probabilitiesAreDividedAtOneHalf() {
        assertEquals(
                0.75,
                MetricTrial.measure(
                        new BinaryAccuracy(0.5),
                        MetricTrial.alike(2, 4, 1),
                        new double[] {0.6, 0.5, 0.4, 0.1},
                        WANTED));
    }

    @Test
    void logitsAreDividedAtZero() {
        assertEquals(
                0.5,
                MetricTrial.measure(
                        new BinaryAccuracy(0), MetricTrial.alike(2, 2, 2), new double[] {0.1, 0.1, -0.1, -3}, WANTED));
    }
}
