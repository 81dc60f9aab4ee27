package jimu.engine.layer.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Target;
import jimu.engine.op.Reduction;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class CosineEmbeddingLossTest implements LayerExamples {
    private static final Target LABEL = new Target("label", List.of(), 0, DType.INT32);

    @Override
    public Stream<LayerExample> examples() {
        Input vectors = Net.input(3);
        return Stream.of(
                LayerExample.of(new CosineEmbeddingLoss(), 4, vectors, vectors, LABEL)
                        .giving(2, 1, -1),
                LayerExample.of(new CosineEmbeddingLoss(-0.9, Reduction.SUM), 4, vectors, vectors, LABEL)
                        .giving(2, -1, -1, 1, 0));
    }

    @Test
    void theLossIsANumber() {
        assertEquals(
                "scalar",
                new Net()
                        .add("a", Net.input(3))
                        .add("b", Net.input(3))
                        .add("y", LABEL)
                        .add("loss", new CosineEmbeddingLoss(), "a", "b", "y")
                        .type("loss"));
    }
}
