package jimu.engine.layer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class SelectTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Select(), 2, Net.input(3, 4)),
                LayerExample.of(new Select(-1, 0), 2, Net.input(3, 4)),
                LayerExample.of(new Select(0, 1), 2, new Input("x", List.of(3, 4), 1, DType.FLOAT32)));
    }

    @Test
    void theAxisFallsAway() {
        assertEquals("N × 4", net(new Select()).type("last"));
        assertEquals("N × 3", net(new Select(2, -4)).type("last"));
    }

    @Test
    void anIndexOutsideIsAProblem() {
        assertEquals(
                List.of(
                        "Select \"last\": index must be from -3 to 2 along axis 1 of its input (N × 3 × 4), but is 3. It comes"
                                + " from Input \"x\" (field x, shape [3, 4]): N × 3 × 4. Choose a smaller index; -1 is the last one."),
                net(new Select(1, 3)).problems());
        assertEquals(1, net(new Select(1, -4)).problems().size());
    }

    @Test
    void noSampleIsTakenOutOfTheBatch() {
        assertEquals(
                List.of(
                        "Select \"last\": dim must name axes of one sample, but 0 is the batch of its input (N × 3 × 4). It"
                                + " comes from Input \"x\" (field x, shape [3, 4]): N × 3 × 4. Choose another axis; samples are computed each by itself."),
                net(new Select(0, 0)).problems());
    }

    private static Net net(Select select) {
        return new Net().add("x", Net.input(3, 4)).then("last", select);
    }
}
