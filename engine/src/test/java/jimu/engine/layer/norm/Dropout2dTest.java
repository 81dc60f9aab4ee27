package jimu.engine.layer.norm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.LayerTrial;
import jimu.engine.Net;
import jimu.engine.layer.Mode;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class Dropout2dTest implements LayerExamples {
    private static final int CHANNELS = 40;
    private static final int PLANE = 6;

    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Dropout2d(), 3, Net.input(4, 2, 3)),
                LayerExample.of(new Dropout2d(0.2), 2, Net.input(5, 3, 1)),
                LayerExample.of(new Dropout2d(0), 2, Net.input(2, 2, 2)),
                LayerExample.of(new Dropout2d(1), 2, Net.input(2, 2, 2)));
    }

    @Test
    void theShapeStays() {
        assertEquals(
                "N × 16 × 32 × 32",
                new Net()
                        .add("x", Net.input(16, 32, 32))
                        .add("drop", new Dropout2d(0.2), "x")
                        .type("drop"));
    }

    @Test
    void inEvaluationNothingChanges() {
        assertArrayEquals(ones(), output(new Dropout2d(0.5), Mode.EVAL));
    }

    @Test
    void inTrainingWholeChannelsAreZeroAndTheRestIsScaled() {
        double[] y = output(new Dropout2d(0.2), Mode.TRAIN);
        int dropped = 0;
        for (int from = 0; from < y.length; from += PLANE) {
            double[] channel = Arrays.copyOfRange(y, from, from + PLANE);
            double first = channel[0];
            assertTrue(Arrays.stream(channel).allMatch(number -> number == first));
            assertTrue(first == 0 || Math.abs(first - 1.25) < 1e-6, Double.toString(first));
            dropped += first == 0 ? 1 : 0;
        }
        assertEquals(0.2, dropped * (double) PLANE / y.length, 0.04);
    }

    @Test
    void linesAreNoPictures() {
        assertEquals(
                List.of(
                        "Dropout2d \"drop\" needs a picture N × C × H × W and gets N × 3."
                                + " It comes from Input \"x\" (field x, shape [3]): N × 3."
                                + " Connect an output with these four axes; rows of numbers need other layers, such as Linear."),
                new Net()
                        .add("x", Net.input(3))
                        .add("drop", new Dropout2d(), "x")
                        .problems());
    }

    private static double[] output(Dropout2d layer, Mode mode) {
        LayerExample example = LayerExample.of(layer, 20, Net.input(CHANNELS, 2, 3));
        try (LayerTrial trial = new LayerTrial(example, mode, DType.FLOAT32, Backends.all())) {
            return trial.outputs(ones());
        }
    }

    private static double[] ones() {
        return IntStream.range(0, 20 * CHANNELS * PLANE).mapToDouble(i -> 1).toArray();
    }
}
