package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.core.Flatten;
import org.junit.jupiter.api.Test;

class RemoveBlockTest {
    @Test
    void aGroupWithoutDefinitionIsTakenOut() {
        Patient patient = Patient.of(new Net().add("x", Net.input(4)).thenUse("group", "Gone", 1));
        assertEquals(List.of("take group out"), patient.words("definition.missing"));
        assertEquals(
                Map.of("x", "N × 4"),
                patient.mended("definition.missing", "take group out").shapes());
    }

    @Test
    void whatReadABlockThatIsTakenOutReadsWhatItRead() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(4, 1, 1))
                .then("norm", Net.layer("InstanceNorm2d", Map.of()))
                .then("flat", new Flatten()));
        assertEquals(
                Map.of("x", "N × 4 × 1 × 1", "flat", "N × 4"),
                patient.mended("norm.single", "take norm out").shapes());
    }
}
