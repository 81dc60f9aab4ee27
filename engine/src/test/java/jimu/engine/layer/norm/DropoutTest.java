package jimu.engine.layer.norm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

class DropoutTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Dropout(), 3, Net.input(4, 5)),
                LayerExample.of(new Dropout(0.2), 3, Net.input(7)),
                LayerExample.of(new Dropout(0), 2, Net.input(7)),
                LayerExample.of(new Dropout(1), 2, Net.input(7)));
    }

    @Test
    void theShapeStays() {
        assertEquals(
                "N × 16 × 32 × 32",
                new Net()
                        .add("x", Net.input(16, 32, 32))
                        .add("drop", new Dropout(), "x")
                        .type("drop"));
    }

    @Test
    void inEvaluationNothingChanges() {
        LayerExample example = LayerExample.of(new Dropout(0.5), 20, Net.input(50));
        assertArrayEquals(floats(example.values(0)), output(example, Mode.EVAL));
    }

    @Test
    void inTrainingAShareIsZeroAndTheRestIsScaled() {
        LayerExample example = LayerExample.of(new Dropout(0.2), 20, Net.input(50));
        double[] x = example.values(0);
        double[] y = output(example, Mode.TRAIN);
        int[] kept = IntStream.range(0, y.length).filter(i -> y[i] != 0).toArray();
        assertEquals(0.8, (double) kept.length / y.length, 0.03);
        for (int i : kept) {
            assertEquals(x[i] / 0.8, y[i], 1e-6);
        }
    }

    @Test
    void everythingIsDroppedWithCertainty() {
        LayerExample example = LayerExample.of(new Dropout(1), 2, Net.input(7));
        assertArrayEquals(new double[14], output(example, Mode.TRAIN), 0);
    }

    @Test
    void aProbabilityOutOfRangeIsAProblem() {
        for (double p : new double[] {-0.5, 2}) {
            assertEquals(
                    List.of("Dropout \"drop\": p must be between 0 and 1, but is " + p
                            + ". Give p a value that is between 0 and 1."),
                    new Net()
                            .add("x", Net.input(3))
                            .add("drop", new Dropout(p), "x")
                            .problems());
        }
    }

    private static double[] output(LayerExample example, Mode mode) {
        try (LayerTrial trial = new LayerTrial(example, mode, DType.FLOAT32, Backends.all())) {
            return trial.forward().get(0);
        }
    }

    private static double[] floats(double[] values) {
        return Arrays.stream(values).map(value -> (float) value).toArray();
    }
}
