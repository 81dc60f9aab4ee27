package jimu.engine.layer.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.LayerTrial;
import jimu.engine.Net;
import jimu.engine.layer.Mode;
import jimu.engine.layer.core.Input;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class ReLUTest implements LayerExamples {
    private static final LayerExample EXAMPLE = LayerExample.of(new ReLU(), 3, Net.input(4, 5));

    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(EXAMPLE, LayerExample.of(new ReLU(), 2, Net.input()));
    }

    @Test
    void theShapeStays() {
        assertEquals(
                "N × 4 × 5",
                new Net().add("x", Net.input(4, 5)).add("relu", new ReLU(), "x").type("relu"));
    }

    @Test
    void negativeNumbersBecomeZero() {
        double[] expected = Arrays.stream(EXAMPLE.values(0))
                .map(value -> (float) Math.max(value, 0))
                .toArray();
        try (LayerTrial trial = new LayerTrial(EXAMPLE, Mode.EVAL, DType.FLOAT32, Backends.all())) {
            assertArrayEquals(expected, trial.forward().get(0));
        }
    }

    @Test
    void integersAreRefused() {
        Input words = new Input("x", List.of(20), 0, DType.INT32);
        assertEquals(
                List.of("ReLU \"relu\" needs numbers of type float32 and gets int32 (N × 20 int32)."
                        + " It comes from Input \"x\" (field x, shape [20], dtype int32): N × 20 int32."
                        + " Connect an output of type float32."),
                new Net().add("x", words).add("relu", new ReLU(), "x").problems());
    }
}
