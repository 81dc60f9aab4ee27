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
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Mode;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class AvgPool2dTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(pool(Map.of()), 2, Net.input(2, 4, 5)),
                LayerExample.of(
                        pool(Map.of("kernel_size", List.of(3, 2), "stride", List.of(2, 1))), 2, Net.input(1, 6, 5)),
                LayerExample.of(pool(Map.of("kernel_size", 3, "stride", 2, "padding", 1)), 2, Net.input(2, 5, 4)),
                LayerExample.of(
                        pool(Map.of("kernel_size", 3, "stride", 2, "padding", 1, "count_include_pad", false)),
                        2,
                        Net.input(2, 5, 4)),
                LayerExample.of(
                        pool(Map.of("kernel_size", 3, "stride", 2, "padding", 1, "ceil_mode", true)),
                        2,
                        Net.input(2, 6, 8)),
                LayerExample.of(
                        pool(Map.of(
                                "kernel_size",
                                3,
                                "stride",
                                2,
                                "padding",
                                1,
                                "ceil_mode",
                                true,
                                "count_include_pad",
                                false)),
                        2,
                        Net.input(2, 6, 8)),
                LayerExample.of(pool(Map.of("divisor_override", 3, "padding", 1)), 2, Net.input(1, 4, 5)));
    }

    @Test
    void aSquareWindowWithStride() {
        assertEquals("N × 16 × 24 × 15", type(Map.of("kernel_size", 3, "stride", 2)));
    }

    @Test
    void unequalWindowAndStride() {
        assertEquals("N × 16 × 24 × 31", type(Map.of("kernel_size", List.of(3, 2), "stride", List.of(2, 1))));
    }

    @Test
    void windowsLieSideBySideByDefault() {
        assertEquals("N × 16 × 16 × 10", type(Map.of("kernel_size", 3)));
    }

    @Test
    void itHasNeitherParametersNorMultiplyAdds() {
        Known known = net(Map.of()).infer().known("pool").orElseThrow();
        assertEquals(List.of(), known.parameters());
        assertEquals(0, known.multiplyAdds());
    }

    @Test
    void paddingCountsAsElementsUnlessItIsLeftOut() {
        assertAverages(
                Map.of("kernel_size", 2, "stride", 1, "padding", 1), 0.25, 0.75, 0.5, 1, 2.5, 1.5, 0.75, 1.75, 1);
        assertAverages(Map.of("stride", 1, "padding", 1, "count_include_pad", false), 1, 1.5, 2, 2, 2.5, 3, 3, 3.5, 4);
    }

    @Test
    void whatHangsOverTheEdgeInCeilModeNeverCounts() {
        assertAverages(Map.of("kernel_size", 3, "stride", 2, "padding", 1, "ceil_mode", true), 10 / 9.0, 1, 7 / 6.0, 1);
        assertAverages(Map.of("kernel_size", 1, "stride", 1), 1, 2, 3, 4);
        assertAverages(
                Map.of("kernel_size", List.of(1, 2), "stride", List.of(1, 1), "padding", List.of(0, 1)),
                0.5,
                1.5,
                1,
                1.5,
                3.5,
                2);
    }

    @Test
    void aGivenDivisorTakesThePlaceOfTheNumberOfElements() {
        assertAverages(Map.of("kernel_size", 2, "divisor_override", 5), 2);
        assertAverages(Map.of("kernel_size", 2, "divisor_override", -1), -10);
    }

    @Test
    void paddingIsAtMostHalfTheWindow() {
        assertEquals(
                List.of("AvgPool2d \"pool\": padding must be at most 1, half of its kernel_size 3, but is 2."
                        + " Choose a smaller padding or a larger kernel_size."),
                net(Map.of("kernel_size", 3, "padding", 2)).problems());
    }

    @Test
    void aWindowLargerThanItsInputIsAProblem() {
        assertEquals(
                List.of("AvgPool2d \"pool\" has a window of 51 × 2 where at most 50 × 32 fits into its input"
                        + " N × 16 × 50 × 32 with its padding. 50 = size of the field \"x\", from Input \"x\"."
                        + " Choose a smaller kernel_size or dilation, more padding, or less pooling before it."),
                net(Map.of("kernel_size", List.of(51, 2))).problems());
    }

    /** Pools [[1, 2], [3, 4]]. */
    private static void assertAverages(Map<String, ?> values, double... expected) {
        LayerExample example = LayerExample.of(pool(values), 1, Net.input(1, 2, 2));
        try (LayerTrial trial = new LayerTrial(example, Mode.EVAL, DType.FLOAT32, Backends.all())) {
            assertArrayEquals(expected, trial.outputs(1, 2, 3, 4), 1e-6);
        }
    }

    private static String type(Map<String, ?> values) {
        return net(values).type("pool");
    }

    private static Net net(Map<String, ?> values) {
        return new Net().add("x", Net.input(16, 50, 32)).add("pool", pool(values), "x");
    }

    private static Layer pool(Map<String, ?> values) {
        return layer("AvgPool2d", values);
    }
}
