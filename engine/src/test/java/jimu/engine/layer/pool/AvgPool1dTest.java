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

class AvgPool1dTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(pool(Map.of()), 2, Net.input(2, 7)),
                LayerExample.of(pool(Map.of("kernel_size", 3, "stride", 2, "padding", 1)), 2, Net.input(2, 6)),
                LayerExample.of(
                        pool(Map.of("kernel_size", 3, "padding", 1, "ceil_mode", true, "count_include_pad", false)),
                        2,
                        Net.input(1, 9)));
    }

    @Test
    void theLineGetsShorter() {
        assertEquals("N × 3 × 5", type(Map.of("kernel_size", 3, "stride", 2)));
        assertEquals("N × 3 × 4", type(Map.of("kernel_size", 3, "ceil_mode", true)));
    }

    @Test
    void paddingCountsUnlessItIsLeftOut() {
        assertArrayEquals(new double[] {0.5, 2.5, 2}, averages(Map.of("padding", 1)), 1e-6);
        assertArrayEquals(new double[] {1, 2.5, 4}, averages(Map.of("padding", 1, "count_include_pad", false)), 1e-6);
    }

    @Test
    void picturesAreNoLines() {
        assertEquals(
                List.of("AvgPool1d \"pool\" needs a line N × C × L and gets N × 20."
                        + " It comes from Input \"x\" (field x, shape [20]): N × 20."
                        + " Connect an output with these three axes; pictures need the layers called 2d,"
                        + " rows of numbers others, such as Linear."),
                new Net()
                        .add("x", Net.input(20))
                        .add("pool", pool(Map.of()), "x")
                        .problems());
    }

    @Test
    void paddingIsAtMostHalfTheWindow() {
        assertEquals(
                List.of("AvgPool1d \"pool\": padding must be at most 2, half of its kernel_size 4, but is 3."
                        + " Choose a smaller padding or a larger kernel_size."),
                net(Map.of("kernel_size", 4, "padding", 3)).problems());
    }

    private static double[] averages(Map<String, ?> values) {
        LayerExample example = LayerExample.of(pool(values), 1, Net.input(1, 4));
        try (LayerTrial trial = new LayerTrial(example, Mode.EVAL, DType.FLOAT32, Backends.all())) {
            return trial.outputs(1, 2, 3, 4);
        }
    }

    private static String type(Map<String, ?> values) {
        return net(values).type("pool");
    }

    private static Net net(Map<String, ?> values) {
        return new Net().add("x", Net.input(3, 11)).add("pool", pool(values), "x");
    }

    private static Layer pool(Map<String, ?> values) {
        return layer("AvgPool1d", values);
    }
}
