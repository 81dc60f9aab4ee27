package jimu.engine.train.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.Test;

class PairAccuracyTest {
    private static final List<TensorType> PAIRS =
            List.of(TensorType.float32(3, 2), TensorType.float32(3, 2), TensorType.float32(3));
    private static final double[] LEFT = {0, 0, 0, 0, 0, 0};
    private static final double[] RIGHT = {0.3, 0.3, 0.3, 0.4, 3, 4};

    @Test
    void nearPairsAreSimilarAndOthersNot() {
        assertEquals(
                2 / 3.0, MetricTrial.measure(new PairAccuracy(0.5, 1), PAIRS, LEFT, RIGHT, new double[] {1, 1, 0}));
    }

    @Test
    void theLabelMayNameDifferentPairs() {
        assertEquals(
                1 / 3.0, MetricTrial.measure(new PairAccuracy(0.5, 0), PAIRS, LEFT, RIGHT, new double[] {1, 1, 0}));
    }
}
