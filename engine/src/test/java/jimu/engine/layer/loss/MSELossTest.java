package jimu.engine.layer.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jimu.engine.LayerExample;
import jimu.engine.LayerExamples;
import jimu.engine.Net;
import jimu.engine.layer.core.Target;
import jimu.engine.op.Reduction;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class MSELossTest implements LayerExamples {
    private static final Target NUMBERS = new Target("y", List.of(2), 0, DType.FLOAT32);

    @Override
    public Stream<LayerExample> examples() {
        return Stream.of(
                LayerExample.of(new MSELoss(), 4, Net.input(2), NUMBERS),
                LayerExample.of(new MSELoss(Reduction.SUM), 4, Net.input(2), NUMBERS));
    }

    @Test
    void theLossIsANumber() {
        assertEquals("scalar", net(2).type("loss"));
    }

    @Test
    void aTargetOfAnotherShapeIsAProblem() {
        assertEquals(
                List.of("MSELoss \"loss\" needs a target N × 3, as its prediction is, and gets N × 2."
                        + " 2 = size of the field \"y\", from Target \"y\"."
                        + " Give the Target block that shape and type, or change the size of the prediction."),
                net(3).problems());
    }

    private static Net net(int size) {
        return new Net().add("x", Net.input(size)).add("y", NUMBERS).add("loss", new MSELoss(), "x", "y");
    }
}
