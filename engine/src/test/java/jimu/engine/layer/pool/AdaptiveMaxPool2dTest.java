package jimu.engine.layer.pool;

import static jimu.engine.Net.layer;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.LayerTrial;
import jimu.engine.Net;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Mode;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class AdaptiveMaxPool2dTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(pool(1), 2, Net.input(2, 4, 5)),
                LayerExample.of(pool(2), 2, Net.input(1, 4, 6)),
                LayerExample.of(pool(List.of(3, 2)), 2, Net.input(2, 5, 7)),
                LayerExample.of(pool(List.of("auto", 2)), 2, Net.input(2, 3, 5)),
                LayerExample.of(pool(6), 2, Net.input(1, 4, 5)));
    }

    @Test
    void theWantedSizeComesOutWhateverComesIn() {
        assertEquals("N × 16 × 1 × 1", type(1));
        assertEquals("N × 16 × 7 × 5", type(List.of(7, 5)));
        assertEquals("N × 16 × 60 × 60", type(60));
    }

    @Test
    void anAxisWithoutANumberKeepsItsSize() {
        assertEquals("N × 16 × 50 × 5", type(List.of("auto", 5)));
        assertEquals("N × 16 × 50 × 32", type("auto"));
    }

    @Test
    void neighbouringPartsMayOverlap() {
        LayerExample example = LayerExample.of(pool(List.of(2, 3)), 1, Net.input(1, 3, 4));
        try (LayerTrial trial = new LayerTrial(example, Mode.EVAL, DType.FLOAT32, Backends.all())) {
            double[] parts = trial.outputs(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
            assertArrayEquals(new double[] {6, 7, 8, 10, 11, 12}, parts, 1e-6);
        }
    }

    @Test
    void sizesBelowOneAreProblems() {
        assertEquals(
                List.of("AdaptiveMaxPool2d \"pool\": output_size must be 1 or more, but is [3, 0]."
                        + " Give output_size a value that is 1 or more."),
                net(List.of(3, 0)).problems());
    }

    @Test
    void linesAreNoPictures() {
        assertEquals(
                List.of(
                        "AdaptiveMaxPool2d \"pool\" needs a picture N × C × H × W and gets N × 3 × 8."
                                + " It comes from Input \"x\" (field x, shape [3, 8]): N × 3 × 8."
                                + " Connect an output with these four axes; rows of numbers need other layers, such as Linear."),
                new Net().add("x", Net.input(3, 8)).add("pool", pool(1), "x").problems());
    }

    private static String type(Object size) {
        return net(size).type("pool");
    }

    private static Net net(Object size) {
        return new Net().add("x", Net.input(16, 50, 32)).add("pool", pool(size), "x");
    }

    private static Layer pool(Object size) {
        return layer("AdaptiveMaxPool2d", Map.of("output_size", size));
    }
}
