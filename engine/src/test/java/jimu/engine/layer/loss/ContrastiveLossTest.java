package jimu.engine.layer.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Target;
import jimu.engine.op.PairLabel;
import jimu.engine.op.Reduction;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class ContrastiveLossTest implements LayerExamples {
    private static final Target LABEL = new Target("label", List.of(), 0, DType.FLOAT32);

    @Override
    public Stream<LayerExample> examples() {
        Input vectors = Net.input(3);
        return Stream.of(
                LayerExample.of(new ContrastiveLoss(), 4, vectors, vectors, LABEL)
                        .between(0, -0.5, 0.5)
                        .between(1, -0.4, 0.6)
                        .giving(2, 1, 0),
                LayerExample.of(
                                new ContrastiveLoss(3, PairLabel.DIFFERENT, Reduction.SUM),
                                4,
                                vectors,
                                vectors,
                                Net.label())
                        .giving(2, 1, 0));
    }

    @Test
    void bothVectorsHaveOneShape() {
        assertEquals(
                List.of(
                        "ContrastiveLoss \"loss\" compares vectors of one shape, N × 3 as at its input1, and gets N × 2."
                                + " 2 = size of the field \"x\", from Input \"b\"."
                                + " Let the same blocks, or blocks that share their weights, make all of them."),
                net(Net.input(3), Net.input(2), LABEL).problems());
    }

    @Test
    void aPairHasOneLabel() {
        assertEquals(
                List.of("ContrastiveLoss \"loss\" needs one label for each sample, N, and gets N × 1."
                        + " It comes from Target \"y\" (field y, shape [1], dtype float32): N × 1."
                        + " Give the Target block an empty shape."),
                net(Net.input(3), Net.input(3), new Target("y", List.of(1), 0, DType.FLOAT32))
                        .problems());
    }

    @Test
    void picturesAreNoVectors() {
        assertEquals(
                List.of("ContrastiveLoss \"loss\" compares vectors N × D and gets N × 1 × 2 × 2."
                        + " It comes from Input \"a\" (field x, shape [1, 2, 2]): N × 1 × 2 × 2."
                        + " Put a Flatten before it, or a Linear that gives each sample a vector."),
                net(Net.input(1, 2, 2), Net.input(1, 2, 2), LABEL).problems());
    }

    private static Net net(Input first, Input second, Target label) {
        return new Net()
                .add("a", first)
                .add("b", second)
                .add("y", label)
                .add("loss", new ContrastiveLoss(), "a", "b", "y");
    }
}
