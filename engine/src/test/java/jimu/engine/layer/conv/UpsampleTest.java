package jimu.engine.layer.conv;

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

class UpsampleTest implements LayerExamples {
    private static final String BILINEAR = "bilinear";

    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(up(Map.of()), 2, Net.input(2, 2, 3)),
                LayerExample.of(up(Map.of("scale_factor", List.of(1.5, 0.7))), 2, Net.input(1, 3, 4)),
                LayerExample.of(up(Map.of("size", List.of(7, 2))), 2, Net.input(1, 3, 4)),
                LayerExample.of(up(Map.of("mode", BILINEAR)), 2, Net.input(2, 2, 3)),
                LayerExample.of(up(Map.of("mode", BILINEAR, "scale_factor", 1.4)), 2, Net.input(1, 4, 3)),
                LayerExample.of(
                        up(Map.of("mode", BILINEAR, "size", List.of(7, 5), "align_corners", true)),
                        2,
                        Net.input(1, 4, 5)),
                LayerExample.of(up(Map.of("mode", BILINEAR, "size", 1, "align_corners", true)), 2, Net.input(1, 4, 5)));
    }

    @Test
    void itDoublesUnlessASizeOrFactorIsGiven() {
        assertEquals("N × 3 × 8 × 10", type(Map.of()));
        assertEquals("N × 3 × 12 × 15", type(Map.of("scale_factor", 3)));
        assertEquals("N × 3 × 6 × 2", type(Map.of("scale_factor", List.of(1.5, 0.5))));
        assertEquals("N × 3 × 7 × 5", type(Map.of("size", List.of(7, 5))));
        assertEquals(
                Map.of("scale_factor", 2),
                net(Map.of()).infer().known("up").orElseThrow().automaticSizes());
        assertEquals(
                Map.of(),
                net(Map.of("size", 7)).infer().known("up").orElseThrow().automaticSizes());
    }

    @Test
    void nearestRepeatsElements() {
        assertLine(Map.of("scale_factor", List.of(1, 1.5)), new double[] {1, 2, 3, 4, 5}, 1, 1, 2, 3, 3, 4, 5);
        assertLine(Map.of("size", List.of(1, 2)), new double[] {1, 2, 3, 4, 5}, 1, 3);
    }

    @Test
    void placesFollowTheFactorAndNotTheRoundedSize() {
        assertLine(Map.of("scale_factor", List.of(1, 1.1)), new double[] {1, 2, 3, 4, 5}, 1, 1, 2, 3, 4);
        assertLine(Map.of("scale_factor", List.of(1, 2.1)), new double[] {1, 2, 3}, 1, 1, 1, 2, 2, 3);
    }

    @Test
    void bilinearMixesNeighboursFromEdgeToEdgeOrFromCornerToCorner() {
        assertLine(Map.of("size", List.of(1, 4), "mode", BILINEAR), new double[] {1, 3}, 1, 1.5, 2.5, 3);
        assertLine(
                Map.of("size", List.of(1, 4), "mode", BILINEAR, "align_corners", true),
                new double[] {1, 4},
                1,
                2,
                3,
                4);
    }

    @Test
    void sizeAndFactorExcludeEachOther() {
        assertEquals(
                List.of("Upsample \"up\" has both, size and scale_factor, where only one of them can count."
                        + " Set one of them to auto."),
                net(Map.of("size", 8, "scale_factor", 2)).problems());
    }

    @Test
    void alignedCornersNeedBilinear() {
        assertEquals(
                List.of("Upsample \"up\" has align_corners, which needs mode bilinear, but has mode nearest."
                        + " Set mode to bilinear, or align_corners to false."),
                net(Map.of("align_corners", true)).problems());
    }

    @Test
    void somethingMustComeOut() {
        assertEquals(
                List.of("Upsample \"up\" would give a picture of 0 × 1 from its input N × 3 × 4 × 5 where at least"
                        + " 1 × 1 is needed. It comes from Input \"x\" (field x, shape [3, 4, 5]): N × 3 × 4 × 5."
                        + " Choose a larger scale_factor."),
                net(Map.of("scale_factor", 0.2)).problems());
        assertEquals(
                List.of("Upsample \"up\": scale_factor must be 0 or more, but is -1.0."
                        + " Give scale_factor a value that is 0 or more."),
                net(Map.of("scale_factor", -1)).problems());
    }

    private static void assertLine(Map<String, ?> values, double[] line, double... expected) {
        LayerExample example = LayerExample.of(up(values), 1, Net.input(1, 1, line.length));
        try (LayerTrial trial = new LayerTrial(example, Mode.EVAL, DType.FLOAT32, Backends.all())) {
            assertArrayEquals(expected, trial.outputs(line), 1e-6);
        }
    }

    private static String type(Map<String, ?> values) {
        return net(values).type("up");
    }

    private static Net net(Map<String, ?> values) {
        return new Net().add("x", Net.input(3, 4, 5)).add("up", up(values), "x");
    }

    private static Layer up(Map<String, ?> values) {
        return layer("Upsample", values);
    }
}
