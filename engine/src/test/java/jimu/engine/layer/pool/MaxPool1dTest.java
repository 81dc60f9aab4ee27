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

class MaxPool1dTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(pool(Map.of()), 2, Net.input(2, 7)),
                LayerExample.of(pool(Map.of("kernel_size", 3, "stride", 2, "padding", 1)), 2, Net.input(2, 6)),
                LayerExample.of(pool(Map.of("kernel_size", 3, "stride", 2, "ceil_mode", true)), 2, Net.input(1, 8)),
                LayerExample.of(pool(Map.of("dilation", 2, "stride", 1)), 2, Net.input(2, 5)));
    }

    @Test
    void theLineGetsShorter() {
        assertEquals("N × 3 × 5", type(Map.of("kernel_size", 3, "stride", 2)));
        assertEquals("N × 3 × 3", type(Map.of("kernel_size", 3)));
        assertEquals("N × 3 × 4", type(Map.of("kernel_size", 3, "ceil_mode", true)));
        assertEquals("N × 3 × 9", type(Map.of("kernel_size", 2, "stride", 1, "dilation", 2)));
    }

    @Test
    void theLargestWins() {
        LayerExample example = LayerExample.of(pool(Map.of("kernel_size", 2, "padding", 1)), 1, Net.input(1, 4));
        try (LayerTrial trial = new LayerTrial(example, Mode.EVAL, DType.FLOAT32, Backends.all())) {
            assertArrayEquals(new double[] {-3, -1, -4}, trial.outputs(-3, -1, -2, -4), 0);
        }
    }

    @Test
    void picturesAreNoLines() {
        assertEquals(
                List.of("MaxPool1d \"pool\" needs a line N × C × L and gets N × 3 × 4 × 5."
                        + " It comes from Input \"x\" (field x, shape [3, 4, 5]): N × 3 × 4 × 5."
                        + " Connect an output with these three axes; pictures need the layers called 2d,"
                        + " rows of numbers others, such as Linear."),
                new Net()
                        .add("x", Net.input(3, 4, 5))
                        .add("pool", pool(Map.of()), "x")
                        .problems());
    }

    @Test
    void aWindowLongerThanItsInputIsAProblem() {
        assertEquals(
                List.of("MaxPool1d \"pool\" has a window of 13 where at most 11 fits into its input N × 3 × 11 with its"
                        + " padding. 11 = size of the field \"x\", from Input \"x\"."
                        + " Choose a smaller kernel_size or dilation, more padding, or less pooling before it."),
                net(Map.of("kernel_size", 7, "dilation", 2)).problems());
    }

    @Test
    void paddingIsAtMostHalfTheWindow() {
        assertEquals(
                List.of("MaxPool1d \"pool\": padding must be at most 2, half of its kernel_size 4, but is 3."
                        + " Choose a smaller padding or a larger kernel_size."),
                net(Map.of("kernel_size", 4, "padding", 3)).problems());
    }

    private static String type(Map<String, ?> values) {
        return net(values).type("pool");
    }

    private static Net net(Map<String, ?> values) {
        return new Net().add("x", Net.input(3, 11)).add("pool", pool(values), "x");
    }

    private static Layer pool(Map<String, ?> values) {
        return layer("MaxPool1d", values);
    }
}
