package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.core.Linear;
import org.junit.jupiter.api.Test;

class OwnWeightsTest {
    @Test
    void aBlockThatCannotShareHasItsOwn() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(4))
                .then("fc", new Linear())
                .sharing("other", Net.layer("Linear", Map.of("out_features", 3L)), "fc", "x"));
        assertEquals(List.of("let it have weights of its own"), patient.words("share.shapes"));
        assertEquals(
                Map.of("x", "N × 4", "fc", "N × 10", "other", "N × 3"),
                patient.mended("share.shapes", "let it have weights of its own").shapes());
    }
}
