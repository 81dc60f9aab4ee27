package jimu.engine.layer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class SumTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Sum(), 2, Net.input(3, 4, 2)),
                LayerExample.of(new Sum(List.of(-1, 1), true), 2, Net.input(3, 4, 2)),
                LayerExample.of(new Sum(List.of(1), false), 2, Net.input(3)));
    }

    @Test
    void theAxesFallAwayOrStayWithSizeOne() {
        assertEquals("N × 3", net(new Sum()).type("less"));
        assertEquals("N × 3 × 1 × 1", net(new Sum(List.of(2, -1), true)).type("less"));
        assertEquals("N", net(new Sum(List.of(1, 2, 3), false)).type("less"));
    }

    @Test
    void samplesAreNotMixed() {
        assertEquals(
                List.of(
                        "Sum \"less\": dims must name axes of one sample, but 0 is the batch of its input (N × 3 × 4 × 2)."
                                + " It comes from Input \"x\" (field x, shape [3, 4, 2]): N × 3 × 4 × 2. Choose another axis; samples are computed each by itself."),
                net(new Sum(List.of(0, 1), false)).problems());
    }

    @Test
    void itNeedsAnAxis() {
        assertEquals(
                List.of(
                        "Sum \"less\": dims must name at least one axis, but names none. Name the axes; 2, 3 are the height and"
                                + " width of a picture."),
                net(new Sum(List.of(), false)).problems());
    }

    private static Net net(Sum layer) {
        return new Net().add("x", Net.input(3, 4, 2)).then("less", layer);
    }
}
