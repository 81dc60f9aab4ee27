package jimu.engine.train.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.Loss;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.Test;

class AccuracyTest {
    @Test
    void theShareOfRightLargestNumbersCounts() {
        assertEquals(
                0.75,
                measure(List.of(4L, 3L), new double[] {1, 2, 3, 9, 2, 3, 1, 5, 3, 0, -1, -2}, indices(4), new double[] {
                    2, 0, 0, 0
                }));
    }

    @Test
    void ofEqualNumbersTheFirstCounts() {
        assertEquals(0.5, measure(List.of(2L, 2L), new double[] {7, 7, 7, 7}, indices(2), new double[] {0, 1}));
    }

    @Test
    void whatIsNotANumberIsTheLargestAsInPyTorchsArgmax() {
        double none = Double.NaN;
        assertEquals(
                0.25,
                measure(
                        List.of(4L, 3L),
                        new double[] {none, none, none, 9, none, 3, 1, 5, none, none, 7, 8},
                        indices(4),
                        new double[] {1, 0, 2, 1}));
    }

    @Test
    void probabilitiesAreRightWhereTheirLargestIs() {
        assertEquals(0.5, measure(List.of(2L, 2L), new double[] {1, 2, 2, 1}, TensorType.float32(2, 2), new double[] {
            0.4, 0.6, 0.1, 0.9
        }));
    }

    @Test
    void everyPixelOfAPictureCounts() {
        assertEquals(
                0.75,
                measure(
                        List.of(1L, 2L, 2L, 2L),
                        new double[] {5, 1, 1, 1, 0, 2, 2, 2},
                        new TensorType(DType.INT32, TensorShape.of(1, 2, 2)),
                        new double[] {0, 1, 1, 0}));
    }

    @Test
    void aNumberASampleHasNoLargest() {
        assertEquals(Optional.empty(), new Accuracy().meter(List.of(TensorType.float32(4), indices(4))));
    }

    @Test
    void largerIsBetter() {
        assertEquals("accuracy", new Accuracy().name());
        assertTrue(new Accuracy().ascending());
    }

    @Test
    void everyMetricThatALossNamesExists() {
        LayerCatalog.all().stream()
                .filter(schema -> schema.defaults() instanceof Loss)
                .flatMap(schema -> ((Loss) schema.defaults()).metrics().stream())
                .forEach(measure -> assertEquals(
                        measure.metric(),
                        MetricCatalog.find(measure).orElseThrow().name()));
        assertEquals(Optional.empty(), MetricCatalog.find("luck"));
    }

    private static TensorType indices(long samples) {
        return new TensorType(DType.INT32, TensorShape.of(samples));
    }

    private static double measure(List<Long> sizes, double[] predictions, TensorType targetType, double[] targets) {
        TensorType type =
                TensorType.float32(sizes.stream().mapToLong(Long::longValue).toArray());
        return MetricTrial.measure(new Accuracy(), List.of(type, targetType), predictions, targets);
    }
}
