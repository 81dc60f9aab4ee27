package jimu.engine.layer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class InputTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Input(), 2),
                LayerExample.of(new Input("x", List.of(3, 4), 1, DType.FLOAT32), 2),
                LayerExample.of(new Input("x", List.of(3), 0, DType.INT32), 2));
    }

    @Test
    void theBatchAxisIsPutIntoTheShapeOfASample() {
        assertEquals("N × 1 × 28 × 28", type(new Input()));
        assertEquals("5 × N × 10", type(new Input("x", List.of(5, 10), 1, DType.FLOAT32)));
        assertEquals("5 × 10 × N int32", type(new Input("x", List.of(5, 10), 2, DType.INT32)));
        assertEquals("N", type(new Input("x", List.of(), 0, DType.FLOAT32)));
    }

    @Test
    void sizesBelowOneAreAProblem() {
        assertEquals(
                List.of("Input \"x\": every size of its shape must be at least 1, but the shape is [1, 0]."
                        + " Give the shape of one sample, without the batch, such as [1, 28, 28]."),
                problems(new Input("x", List.of(1, 0), 0, DType.FLOAT32)));
    }

    @Test
    void theBatchAxisLiesWithinTheShape() {
        assertEquals(
                List.of("Input \"x\": batch_axis must be from 0 to 2, but is 3."
                        + " Set batch_axis to 0, the first axis, unless the data are laid out otherwise."),
                problems(new Input("x", List.of(5, 10), 3, DType.FLOAT32)));
        assertEquals(
                List.of("Input \"x\": batch_axis must be 0 or more, but is -1."
                        + " Give batch_axis a value that is 0 or more."),
                problems(new Input("x", List.of(5, 10), -1, DType.FLOAT32)));
    }

    @Test
    void float64IsNotAType() {
        assertEquals(
                List.of("Input \"x\": dtype must be float32 or int32, but is float64."
                        + " Set dtype to float32; data in float64 are rounded."),
                problems(new Input("x", List.of(5), 0, DType.FLOAT64)));
    }

    private static String type(Input input) {
        return new Net().add("x", input).type("x");
    }

    private static List<String> problems(Input input) {
        return new Net().add("x", input).problems();
    }
}
