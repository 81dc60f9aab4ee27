package jimu.engine.train.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TripletAccuracyTest {
    @Test
    void theAnchorIsToBeNearerToThePositive() {
        assertEquals(
                0.5,
                MetricTrial.measure(
                        new TripletAccuracy(),
                        MetricTrial.alike(3, 2, 2),
                        new double[] {0, 0, 0, 0},
                        new double[] {1, 0, 2, 2},
                        new double[] {0, 2, 1, 1}));
    }
}
