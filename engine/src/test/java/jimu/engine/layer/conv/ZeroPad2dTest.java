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

class ZeroPad2dTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(pad(2), 2, Net.input(2, 3, 4)),
                LayerExample.of(pad(List.of(1, 2, 0, 3)), 2, Net.input(1, 2, 3)),
                LayerExample.of(pad(List.of(-1, 2, 1, -2)), 2, Net.input(2, 4, 3)));
    }

    @Test
    void theFourNumbersAreLeftRightTopBottom() {
        assertEquals("N × 3 × 7 × 8", type(List.of(1, 2, 0, 3)));
        assertEquals("N × 3 × 6 × 7", type(1));
        assertEquals("N × 3 × 3 × 4", type(List.of(0, -1, -1, 0)));
    }

    @Test
    void zerosAreAddedAndBordersCutOff() {
        assertArrayEquals(new double[] {0, 1, 2, 0, 3, 4, 0, 0, 0}, padded(List.of(1, 0, 0, 1)));
        assertArrayEquals(new double[] {0, 0, 2, 0}, padded(List.of(-1, 1, 1, -1)));
    }

    @Test
    void somethingMustStay() {
        assertEquals(
                List.of("ZeroPad2d \"pad\" would leave 4 × 0 of its input N × 3 × 4 × 5 where at least 1 × 1 must stay."
                        + " 5 = size of the field \"x\", from Input \"x\"."
                        + " Cut less off: choose larger numbers for padding."),
                net(List.of(-5, 3, 0, 0)).problems());
    }

    private static double[] padded(Object padding) {
        LayerExample example = LayerExample.of(pad(padding), 1, Net.input(1, 2, 2));
        try (LayerTrial trial = new LayerTrial(example, Mode.EVAL, DType.FLOAT32, Backends.all())) {
            return trial.outputs(1, 2, 3, 4);
        }
    }

    private static String type(Object padding) {
        return net(padding).type("pad");
    }

    private static Net net(Object padding) {
        return new Net().add("x", Net.input(3, 4, 5)).add("pad", pad(padding), "x");
    }

    private static Layer pad(Object padding) {
        return layer("ZeroPad2d", Map.of("padding", padding));
    }
}
