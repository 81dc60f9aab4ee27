package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.loss.CrossEntropyLoss;
import org.junit.jupiter.api.Test;

class SwapWiresTest {
    @Test
    void predictionAndTargetAreSwapped() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(7))
                .then("fc", new Linear())
                .add("y", Net.label())
                .add("loss", new CrossEntropyLoss(), "y", "fc"));
        assertEquals(List.of("swap the wires at input and target"), patient.words("type"));
        assertEquals(
                Map.of("x", "N × 7", "fc", "N × 10", "y", "N int32", "loss", "scalar"),
                patient.mended("type", "swap the wires at input and target").shapes());
    }
}
