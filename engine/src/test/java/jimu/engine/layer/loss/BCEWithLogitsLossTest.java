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

class BCEWithLogitsLossTest implements LayerExamples {
    private static final Target NUMBERS = new Target("y", List.of(2), 0, DType.FLOAT32);

    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new BCEWithLogitsLoss(), 4, Net.input(2), NUMBERS),
                LayerExample.of(new BCEWithLogitsLoss(Reduction.SUM, NumberList.of(3.0)), 4, Net.input(2), NUMBERS),
                LayerExample.of(
                        new BCEWithLogitsLoss(Reduction.MEAN, NumberList.of(0.5, 2.0)), 4, Net.input(2), NUMBERS));
    }

    @Test
    void theLossIsANumber() {
        assertEquals("scalar", net(2).type("loss"));
    }

    @Test
    void aTargetOfAnotherShapeIsAProblem() {
        assertEquals(
                List.of("BCEWithLogitsLoss \"loss\" needs a target N × 3, as its prediction is, and gets N × 2."
                        + " 2 = size of the field \"y\", from Target \"y\"."
                        + " Give the Target block that shape and type, or change the size of the prediction."),
                net(3).problems());
    }

    @Test
    void aWeightForEachOutputOrOneForAll() {
        assertEquals(
                List.of(
                        "BCEWithLogitsLoss \"loss\" has 3 numbers in pos_weight, but the last axis of its predictions N × 2"
                                + " has the size 2. 2 = size of the field \"x\", from Input \"x\"."
                                + " Give pos_weight one number for each element of the last axis, one for all, or none."),
                new Net()
                        .add("x", Net.input(2))
                        .add("y", NUMBERS)
                        .add("loss", new BCEWithLogitsLoss(Reduction.MEAN, NumberList.of(1.0, 2.0, 3.0)), "x", "y")
                        .problems());
    }

    private static Net net(int size) {
        return new Net().add("x", Net.input(size)).add("y", NUMBERS).add("loss", new BCEWithLogitsLoss(), "x", "y");
    }
}
