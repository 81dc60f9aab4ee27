package jimu.engine.train.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.Test;

class TopAccuracyTest {
    private static final TensorType LABELS = new TensorType(DType.INT32, TensorShape.of(2));

    @Test
    void aClassAmongTheFiveLargestIsRight() {
        assertEquals(
                0.5,
                MetricTrial.measure(
                        new TopAccuracy(),
                        List.of(TensorType.float32(2, 6), LABELS),
                        new double[] {6, 5, 4, 3, 2, 1, 6, 5, 4, 3, 2, 1},
                        new double[] {4, 5}));
    }

    @Test
    void ofFiveClassesEachIsAmongTheFiveLargest() {
        assertEquals(Optional.empty(), new TopAccuracy().meter(List.of(TensorType.float32(2, 5), LABELS)));
    }
}
