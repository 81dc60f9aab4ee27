package jimu.engine.layer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class NarrowTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Narrow(), 2, Net.input(3, 4)),
                LayerExample.of(new Narrow(-1, -3, 2), 2, Net.input(3, 4)),
                LayerExample.of(new Narrow(0, 1, 2), 2, new Input("x", List.of(3, 4), 1, DType.FLOAT32)));
    }

    @Test
    void theAxisGetsShorter() {
        assertEquals("N × 2 × 4", net(new Narrow(1, 1, 2)).type("part"));
        assertEquals("N × 3 × 2", net(new Narrow(-1, -2, 2)).type("part"));
    }

    @Test
    void aRunThatGoesBeyondTheEndIsAProblem() {
        assertEquals(
                List.of(
                        "Narrow \"part\": the run must be from 0 to 2 along axis 1 of its input (N × 3 × 4), but is from 2 to"
                                + " 3. 3 = size of the field \"x\", from Input \"x\". Choose a smaller start or length."),
                net(new Narrow(1, 2, 2)).problems());
        assertEquals(1, net(new Narrow(1, -4, 1)).problems().size());
        assertEquals(List.of(), net(new Narrow(1, -1, 1)).problems());
    }

    @Test
    void noSampleIsTakenOutOfTheBatch() {
        assertEquals(1, net(new Narrow(0, 0, 1)).problems().size());
    }

    private static Net net(Narrow narrow) {
        return new Net().add("x", Net.input(3, 4)).then("part", narrow);
    }
}
