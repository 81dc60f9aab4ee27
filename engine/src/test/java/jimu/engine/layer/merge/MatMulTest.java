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

class MatMulTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new MatMul(), 2, Net.input(3, 4), Net.input(4, 5)),
                LayerExample.of(new MatMul(), 2, Net.input(3, 2, 4), Net.input(1, 4, 5)));
    }

    @Test
    void rowsMeetColumns() {
        Net net = net(Net.input(3, 4), Net.input(4, 5));
        assertEquals("N × 3 × 5", net.type("product"));
        assertEquals(60, net.infer().known("product").orElseThrow().multiplyAdds());
        assertEquals(
                "N × 6 × 3 × 5", net(Net.input(6, 3, 4), Net.input(1, 4, 5)).type("product"));
    }

    @Test
    void sizesThatDoNotMeetAreAProblem() {
        assertEquals(
                List.of(
                        "MatMul \"product\" needs as many rows of its second input (N × 5 × 4) as its first (N × 3 × 4) has"
                                + " columns, 4, and gets 5. 5 = size of the field \"x\", from Input \"b\". Put a Permute"
                                + " before one of the inputs, or change its sizes."),
                net(Net.input(3, 4), Net.input(5, 4)).problems());
        assertEquals(1, net(Net.input(2, 3, 4), Net.input(5, 4, 3)).problems().size());
    }

    @Test
    void theBatchMustLeadBothInputs() {
        Input rows = new Input("x", List.of(4, 3), 1, DType.FLOAT32);
        assertEquals(1, net(Net.input(4), Net.input(5)).problems().size());
        assertEquals(1, net(Net.input(3, 4), rows).problems().size());
    }

    private static Net net(Input one, Input other) {
        return new Net().add("a", one).add("b", other).add("product", new MatMul(), "a", "b");
    }
}
