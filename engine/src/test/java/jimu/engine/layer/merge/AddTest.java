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

class AddTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Add(), 2, Net.input(3, 4), Net.input(3, 4)),
                LayerExample.of(new Add(), 2, Net.input(3, 4), Net.input(3, 4), Net.input(1, 4)),
                LayerExample.of(new Add(), 2, Net.input(3, 1), Net.input(1, 4)));
    }

    @Test
    void itHasTheShapeThatAllInputsStretchTo() {
        Net net = new Net().add("a", Net.input(1, 4)).add("b", Net.input(3, 4)).add("both", new Add(), "a", "b");
        assertEquals("N × 3 × 4", net.type("both"));
        assertEquals(List.of(), net.infer().known("both").orElseThrow().parameters());
        assertEquals(0, net.infer().known("both").orElseThrow().multiplyAdds());
    }

    @Test
    void anInputThatDoesNotFitIsAProblemWithItsOrigin() {
        assertEquals(
                List.of(
                        "Add \"sum\" gets N × 6 × 4 at its input input2, which does not go with N × 3 × 4. 6 = size of the field \"x\", from Input \"b\". Give all inputs one shape; only axes of size 1 are"
                                + " stretched."),
                net(Net.input(3, 4), Net.input(6, 4)).problems());
    }

    @Test
    void aProblemNamesThePortThatIsWiredEvenBehindAnOpenOne() {
        Net net = new Net()
                .add("a", Net.input(3))
                .add("b", Net.input(4))
                .add("sum", new Add(), "a", "a")
                .link("b", "sum", "input5");
        assertEquals("input5", net.infer().findings().get(0).problem().port().orElseThrow());
    }

    @Test
    void axesBesideTheBatchStretchAndTheBatchDoesNotMeetANumber() {
        assertEquals("N × 3 × 4", net(Net.input(3, 1), Net.input(1, 4)).type("sum"));
        assertEquals("N × 3 × 4", net(Net.input(3, 4), Net.input(1, 1)).type("sum"));
        assertEquals(1, net(Net.input(3, 4), Net.input(4)).problems().size());
        assertEquals(
                1,
                net(Net.input(1), new Input("x", List.of(1), 1, DType.FLOAT32))
                        .problems()
                        .size());
    }

    @Test
    void integersAreAProblem() {
        Input words = new Input("x", List.of(3), 0, DType.INT32);
        assertEquals(
                List.of(
                        "Add \"sum\" needs numbers of type float32 and gets int32 (N × 3 int32). It comes from Input \"b\""
                                + " (field x, shape [3], dtype int32): N × 3 int32. Connect an output of type float32."),
                net(Net.input(3), words).problems());
    }

    private static Net net(Input one, Input other) {
        return new Net().add("a", one).add("b", other).add("sum", new Add(), "a", "b");
    }
}
