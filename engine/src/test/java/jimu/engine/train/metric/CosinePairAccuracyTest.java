package jimu.engine.train.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.Test;

class CosinePairAccuracyTest {
    @Test
    void pairsThatPointTheSameWayAreSimilar() {
        assertEquals(
                0.75,
                MetricTrial.measure(
                        new CosinePairAccuracy(0.5),
                        List.of(TensorType.float32(4, 2), TensorType.float32(4, 2), TensorType.float32(4)),
                        new double[] {1, 0, 1, 0, 1, 0, 1, 0},
                        new double[] {9, 1, 0, 1, 1, 2, -1, 0},
                        new double[] {1, -1, 1, -1}));
    }
}
