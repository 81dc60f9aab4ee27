package jimu.engine.layer.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.layer.core.Input;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class ConcatTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Concat(), 2, Net.input(3, 4), Net.input(1, 4), Net.input(2, 4)),
                LayerExample.of(new Concat(-1), 2, Net.input(3, 4), Net.input(3, 1)));
    }

    @Test
    void sizesAddUpAlongTheAxis() {
        assertEquals(
                "N × 5 × 4",
                net(new Concat(1), Net.input(3, 4), Net.input(2, 4)).type("joined"));
        assertEquals(
                "N × 3 × 6",
                net(new Concat(-1), Net.input(3, 4), Net.input(3, 2)).type("joined"));
    }

    @Test
    void integersAreJoinedToo() {
        Input words = new Input("x", List.of(3), 0, DType.INT32);
        assertEquals("N × 6 int32", net(new Concat(1), words, words).type("joined"));
    }

    @Test
    void otherSizesThatDifferAreAProblem() {
        assertEquals(
                List.of(
                        "Concat \"joined\" needs N × * × 4 at its input input2, as its first input has along all axes but dim,"
                                + " and gets N × 3 × 5. 5 = size of the field \"x\", from Input \"b\". Give all inputs the"
                                + " same sizes along the other axes, or choose another dim."),
                net(new Concat(1), Net.input(3, 4), Net.input(3, 5)).problems());
        assertEquals(
                1, net(new Concat(1), Net.input(3, 4), Net.input(3)).problems().size());
        assertEquals(
                1,
                net(new Concat(0), Net.input(3, 4), Net.input(3, 4)).problems().size());
        assertEquals(
                1,
                net(new Concat(3), Net.input(3, 4), Net.input(3, 4)).problems().size());
    }

    private static Net net(Concat concat, Input one, Input other) {
        return new Net().add("a", one).add("b", other).add("joined", concat, "a", "b");
    }
}
