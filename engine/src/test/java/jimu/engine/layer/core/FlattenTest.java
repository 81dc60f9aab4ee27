package jimu.engine.layer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlattenTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Flatten(), 2, Net.input(3, 4, 5)),
                LayerExample.of(new Flatten(0, 1), 2, Net.input(3, 4)),
                LayerExample.of(new Flatten(-2, -1), 2, Net.input(3, 4)),
                LayerExample.of(new Flatten(0, 0), 3, Net.input(2)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, -1, N × 576",
        "0, -1, 576·N",
        "1, 2, N × 96 × 6",
        "2, 3, N × 16 × 36",
        "-2, -1, N × 16 × 36",
        "0, 0, N × 16 × 6 × 6"
    })
    void theAxesFromStartToEndBecomeOne(int start, int end, String expected) {
        assertEquals(expected, net(new Flatten(start, end)).type("flat"));
    }

    @Test
    void integersStayIntegers() {
        Input words = new Input("x", List.of(2, 3), 0, DType.INT32);
        assertEquals(
                "N × 6 int32",
                new Net().add("x", words).add("flat", new Flatten(), "x").type("flat"));
    }

    @Test
    void itHasNoParametersAndCostsNothing() {
        var known = net(new Flatten()).infer().known("flat").orElseThrow();
        assertEquals(List.of(), known.parameters());
        assertEquals(0, known.multiplyAdds());
    }

    @Test
    void axesThatAreNotThereAreAProblem() {
        String tail = " where it needs axes of 4 dimensions, start first; its input is N × 16 × 6 × 6."
                + " It comes from Input \"x\" (field x, shape [16, 6, 6]): N × 16 × 6 × 6."
                + " Set start_dim to 1 and end_dim to -1 to flatten everything but the batch.";
        for (Flatten wrong : List.of(new Flatten(3, 1), new Flatten(1, 4), new Flatten(-5, -1))) {
            assertEquals(
                    List.of("Flatten \"flat\" has start_dim " + wrong.startDim() + ", end_dim " + wrong.endDim()
                            + tail),
                    net(wrong).problems());
        }
    }

    private static Net net(Flatten flatten) {
        return new Net().add("x", Net.input(16, 6, 6)).add("flat", flatten, "x");
    }
}
