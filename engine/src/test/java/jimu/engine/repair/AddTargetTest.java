package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.loss.MSELoss;
import org.junit.jupiter.api.Test;

class AddTargetTest {
    @Test
    void aLossGetsTheTargetThatItWants() {
        Patient patient = Patient.of(
                new Net().add("x", Net.input(8)).then("fc", new Linear()).add("loss", new CrossEntropyLoss(), "fc"));
        assertEquals(List.of("add a Target for it (N int32)"), patient.words("input.missing"));
        assertEquals(
                Map.of("x", "N × 8", "fc", "N × 10", "target", "N int32", "loss", "scalar"),
                patient.mended("input.missing", "add a Target for it (N int32)").shapes());
    }

    @Test
    void withDataItReadsWhatIsToBePredicted() {
        Patient patient = Patient.of(new Net()
                        .add("x", Net.input(4))
                        .then("fc", Net.layer("Linear", Map.of("out_features", 2L)))
                        .add("loss", new MSELoss(), "fc"))
                .on(Known.RESULTS);
        assertEquals(
                List.of(),
                patient.mended("input.missing", "add a Target for it (N × 2)").problems());
    }
}
