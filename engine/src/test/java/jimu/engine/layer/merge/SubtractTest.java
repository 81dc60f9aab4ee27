package jimu.engine.layer.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class SubtractTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Subtract(), 2, Net.input(3, 4), Net.input(3, 4)),
                LayerExample.of(new Subtract(), 2, Net.input(3, 1), Net.input(1, 4)));
    }

    @Test
    void itHasTheShapeThatAllInputsStretchTo() {
        Net net = new Net().add("a", Net.input(1, 4)).add("b", Net.input(3, 4)).add("both", new Subtract(), "a", "b");
        assertEquals("N × 3 × 4", net.type("both"));
        assertEquals(List.of(), net.infer().known("both").orElseThrow().parameters());
        assertEquals(0, net.infer().known("both").orElseThrow().multiplyAdds());
    }
}
