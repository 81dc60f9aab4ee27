package jimu.engine.layer.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.layer.NumberList;
import jimu.engine.layer.core.Target;
import jimu.engine.op.Reduction;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class NLLLossTest implements LayerExamples {
    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new NLLLoss(), 3, Net.input(4), Net.label()).between(0, -3, -0.1),
                LayerExample.of(
                                new NLLLoss(NumberList.of(0.5, 1.0, 2.0, 0.0), Reduction.SUM),
                                3,
                                Net.input(4),
                                Net.label())
                        .between(0, -3, -0.1),
                LayerExample.of(
                        new NLLLoss(NumberList.of(0.5, 1.0, 2.0), Reduction.MEAN),
                        2,
                        Net.input(3, 2, 2),
                        new Target("y", List.of(2, 2), 0, DType.INT32)));
    }

    @Test
    void probabilitiesAreNoTarget() {
        assertEquals(
                List.of("NLLLoss \"loss\" needs a target N int32 for predictions N × 4 and gets N × 4."
                        + " It comes from Target \"y\" (field y, shape [4], dtype float32): N × 4."
                        + " Give the Target block that shape, or change the size of the prediction."),
                new Net()
                        .add("x", Net.input(4))
                        .add("y", new Target("y", List.of(4), 0, DType.FLOAT32))
                        .add("loss", new NLLLoss(), "x", "y")
                        .problems());
    }

    @Test
    void weightsAreAsManyAsClasses() {
        assertEquals(
                List.of("NLLLoss \"loss\" has 2 class weights, but its predictions N × 4 have 4 classes."
                        + " 4 = size of the field \"x\", from Input \"x\"."
                        + " Give weight one number for each class, or none."),
                new Net()
                        .add("x", Net.input(4))
                        .add("y", Net.label())
                        .add("loss", new NLLLoss(NumberList.of(1.0, 2.0), Reduction.MEAN), "x", "y")
                        .problems());
    }
}
