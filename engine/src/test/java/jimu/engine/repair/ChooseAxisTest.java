package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.merge.Concat;
import org.junit.jupiter.api.Test;

class ChooseAxisTest {
    @Test
    void inputsAreJoinedAlongTheAxisOnWhichTheyDiffer() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(8, 8))
                .add("fc", Net.layer("Linear", Map.of("out_features", 5L)), "x")
                .add("cat", new Concat(), "fc", "x"));
        assertEquals(List.of("set dim to 2"), patient.words("concat.shapes"));
        assertEquals(
                "N × 8 × 13",
                patient.mended("concat.shapes", "set dim to 2").shapes().get("cat"));
    }
}
