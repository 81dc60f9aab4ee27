package jimu.engine.layer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class PermuteTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Permute(List.of(0, 2, 1)), 2, Net.input(3, 4)),
                LayerExample.of(new Permute(List.of(1, 0, -1)), 2, Net.input(3, 4)),
                LayerExample.of(new Permute(List.of(0, 2, 3, 1)), 2, Net.input(3, 4, 2)));
    }

    @Test
    void theBatchMayMove() {
        assertEquals("3 × N × 4", net(new Permute(List.of(1, 0, 2))).type("turned"));
        assertEquals("N × 4 × 3", net(new Permute(List.of(0, -1, -2))).type("turned"));
    }

    @Test
    void everyAxisMustBeNamedOnce() {
        assertEquals(
                List.of(
                        "Permute \"turned\": dims must name 3 axes, as its input N × 3 × 4 has, but is [0, 1]. It comes from"
                                + " Input \"x\" (field x, shape [3, 4]): N × 3 × 4. Name each of the axes once, the first being 0, which mostly is the batch."),
                net(new Permute(List.of(0, 1))).problems());
        assertEquals(
                List.of(
                        "Permute \"turned\": dims must name different axes, but is [0, 1, -2]; its input is N × 3 × 4. It comes"
                                + " from Input \"x\" (field x, shape [3, 4]): N × 3 × 4. Name each axis once."),
                net(new Permute(List.of(0, 1, -2))).problems());
        assertEquals(
                List.of(
                        "Permute \"turned\": dims must be an axis of its input N × 3 × 4 (-3 to 2), but is 3."
                                + " It comes from Input \"x\" (field x, shape [3, 4]): N × 3 × 4. Set dims to an axis of the input; -1 is the last one."),
                net(new Permute(List.of(0, 1, 3))).problems());
    }

    private static Net net(Permute permute) {
        return new Net().add("x", Net.input(3, 4)).then("turned", permute);
    }
}
