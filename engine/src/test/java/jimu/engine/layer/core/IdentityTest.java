package jimu.engine.layer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class IdentityTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Identity(), 2, Net.input(3, 4)), LayerExample.of(new Identity(), 2, WORDS));
    }

    private static final Input WORDS = new Input("x", List.of(5), 0, DType.INT32);

    @Test
    void itPassesAnyTypeOn() {
        assertEquals(
                "N × 5 int32",
                new Net().add("x", WORDS).then("same", new Identity()).type("same"));
    }
}
