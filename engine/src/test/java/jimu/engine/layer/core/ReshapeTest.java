package jimu.engine.layer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class ReshapeTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Reshape(List.of(3, 4)), 2, Net.input(2, 6)),
                LayerExample.of(new Reshape(List.of()), 3, Net.input(1, 1)));
    }

    @Test
    void eachSampleGetsTheShape() {
        assertEquals("N × 12", net(new Reshape(), 2, 6).type("shaped"));
        assertEquals("N × 4 × 3", net(new Reshape(List.of(4, -1)), 2, 6).type("shaped"));
        assertEquals("N", net(new Reshape(List.of()), 1).type("shaped"));
    }

    @Test
    void anotherNumberOfElementsIsAProblem() {
        assertEquals(
                List.of(
                        "Reshape \"shaped\": shape must be sizes that multiply to 12, but is [5, -1]; its input is N × 2 × 6."
                                + " 2 = size of the field \"x\", from Input \"x\". 6 = size of the field \"x\", from Input \"x\". Change the sizes; one of them may be -1 and takes what is left."),
                net(new Reshape(List.of(5, -1)), 2, 6).problems());
    }

    @Test
    void theBatchMustStandFirst() {
        assertEquals(
                List.of(
                        "Reshape \"shaped\" needs the batch as its first axis and gets 6 × N × 2. It comes from Input \"x\" (field x, shape [2, 6]): N × 2 × 6 → Permute \"turned\" (dims [2, 0, 1]): 6 × N × 2. Put a Permute before it that"
                                + " brings the batch to the front, or use Unflatten."),
                new Net()
                        .add("x", Net.input(2, 6))
                        .then("turned", new Permute(List.of(2, 0, 1)))
                        .then("shaped", new Reshape())
                        .problems());
    }

    private static Net net(Reshape reshape, Integer... sizes) {
        return new Net().add("x", Net.input(sizes)).then("shaped", reshape);
    }
}
