package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class CutWireTest {
    @Test
    void aStateThatDoesNotFitIsTakenAway() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(4, 6))
                .add("h", Net.input(3))
                .add("gru", Net.layer("GRU", Map.of("batch_first", true, "hidden_size", 5L)), "x", "h"));
        assertEquals(List.of("take away the wire from h"), patient.words("recurrent.state"));
        assertEquals(
                Map.of("x", "N × 4 × 6", "h", "N × 3", "gru", "N × 4 × 5"),
                patient.mended("recurrent.state", "take away the wire from h").shapes());
    }
}
