package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.core.Linear;
import org.junit.jupiter.api.Test;

class KeepOneWireTest {
    @Test
    void oneOfTwoWiresStaysOrBothAreAdded() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(8))
                .add("z", Net.input(8))
                .add("fc", new Linear(), "x")
                .link("z", "fc", "input"));
        List<String> words =
                List.of("keep only the wire from x", "keep only the wire from z", "join what arrives by an Add");
        assertEquals(words, patient.words("input.second"));
        words.forEach(one ->
                assertEquals(List.of(), patient.mended("input.second", one).problems(), one));
        assertEquals(
                Map.of("x", "N × 8", "z", "N × 8", "add", "N × 8", "fc", "N × 10"),
                patient.mended("input.second", "join what arrives by an Add").shapes());
    }
}
