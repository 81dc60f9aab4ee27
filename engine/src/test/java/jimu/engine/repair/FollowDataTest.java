package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class FollowDataTest {
    @Test
    void aFieldThatTheDataLackIsReplacedByOneThatTheyHave() {
        Patient patient = Patient.of(net(new Input("image", List.of(1, 8, 8), 0, DType.FLOAT32)))
                .on(Known.PICTURES);
        assertEquals(List.of("read the field x"), patient.words("data.field"));
        assertEquals(List.of(), patient.mended("data.field", "read the field x").problems());
    }

    @Test
    void theShapeFollowsTheData() {
        Patient patient = Patient.of(net(Net.input(7))).on(Known.PICTURES);
        assertEquals(List.of("give x the shape N × 1 × 8 × 8"), patient.words("data.shape"));
        assertEquals(
                Map.of("x", "N × 1 × 8 × 8", "flat", "N × 64", "fc", "N × 3", "y", "N int32", "loss", "scalar"),
                patient.mended("data.shape", "give x the shape N × 1 × 8 × 8").shapes());
    }

    private static Net net(Input input) {
        return new Net()
                .add("x", input)
                .then("flat", new Flatten())
                .then("fc", Net.layer("Linear", Map.of("out_features", 3L)))
                .add("y", Net.label())
                .add("loss", new CrossEntropyLoss(), "fc", "y");
    }
}
