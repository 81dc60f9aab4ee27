package jimu.engine.layer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.layer.Size;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class TargetTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new Target(), 2), LayerExample.of(new Target("y", List.of(3), 0, DType.FLOAT32), 2));
    }

    @Test
    void aClassIndexIsOneIntegerASample() {
        assertEquals("N int32", new Net().add("y", new Target()).type("y"));
    }

    @Test
    void numbersToBePredictedHaveAShape() {
        Target boxes = new Target("boxes", List.of(4, 2), 0, DType.FLOAT32);
        assertEquals("N × 4 × 2", new Net().add("y", boxes).type("y"));
    }

    @Test
    void itIsNoOutputOfTheModel() {
        Net net = new Net()
                .add("x", Net.input(4))
                .add("y", new Target())
                .add("fc", new Linear(Size.AUTO, 3, true), "x")
                .add("loss", new CrossEntropyLoss(), "fc", "y");
        assertEquals(
                List.of("fc"),
                net.infer().outputs().stream().map(output -> output.path()).toList());
        assertEquals(List.of(), new Net().add("y", new Target()).infer().outputs());
    }
}
