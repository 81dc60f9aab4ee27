package jimu.engine.layer.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.layer.core.Target;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class KLDivLossTest implements LayerExamples {
    private static final Target NUMBERS = new Target("y", List.of(2), 0, DType.FLOAT32);

    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(KLDivLoss.Sharing.values())
                .flatMap(reduction -> Stream.of(
                        LayerExample.of(new KLDivLoss(reduction, false), 3, Net.input(2), NUMBERS)
                                .between(0, -3, -0.1)
                                .between(1, 0.1, 0.9),
                        LayerExample.of(new KLDivLoss(reduction, true), 3, Net.input(2), NUMBERS)
                                .between(0, -3, -0.1)
                                .between(1, -2, -0.2)));
    }

    @Test
    void aTargetOfAnotherShapeIsAProblem() {
        assertEquals(
                List.of("KLDivLoss \"loss\" needs a target N × 3, as its prediction is, and gets N × 2."
                        + " 2 = size of the field \"y\", from Target \"y\"."
                        + " Give the Target block that shape and type, or change the size of the prediction."),
                new Net()
                        .add("x", Net.input(3))
                        .add("y", NUMBERS)
                        .add("loss", new KLDivLoss(), "x", "y")
                        .problems());
    }
}
