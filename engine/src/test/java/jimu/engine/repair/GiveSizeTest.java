package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.loss.CrossEntropyLoss;
import org.junit.jupiter.api.Test;

class GiveSizeTest {
    @Test
    void theLastLayerWithASizeGivesWhatIsPinned() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(4))
                .then("fc", new Linear())
                .then("relu", new ReLU())
                .then("out", Net.layer("Linear", Map.of("in_features", 20L))));
        assertEquals(
                List.of("let in_features follow the input", "set out_features of fc to 20"),
                patient.words("linear.pinned"));
        assertEquals(
                Map.of("x", "N × 4", "fc", "N × 20", "relu", "N × 20", "out", "N × 10"),
                patient.mended("linear.pinned", "set out_features of fc to 20").shapes());
    }

    @Test
    void itGivesANumberForEachClassOfTheData() {
        Patient patient = Patient.of(new Net()
                        .add("x", Net.input(64))
                        .then("fc", Net.layer("Linear", Map.of("out_features", 2L)))
                        .add("y", Net.label())
                        .add("loss", new CrossEntropyLoss(), "fc", "y"))
                .on(Known.PICTURES);
        assertEquals(
                List.of("set out_features of fc to 3", "insert Linear (out_features 3) at its input \"input\""),
                patient.words("data.classes"));
        assertEquals(
                List.of(),
                patient.mended("data.classes", "set out_features of fc to 3").problems());
    }
}
