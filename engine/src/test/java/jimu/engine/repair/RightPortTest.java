package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jimu.engine.Net;
import jimu.engine.layer.core.Linear;
import org.junit.jupiter.api.Test;

class RightPortTest {
    @Test
    void aWireIntoAPortThatIsNotThereGoesToOneThatIs() {
        Patient patient = Patient.of(
                new Net().add("x", Net.input(8)).add("fc", new Linear()).link("x", "fc", "in"));
        assertEquals(
                List.of("connect x to its input \"input\"", "take away the wire from x"), patient.words("link.port"));
        assertEquals(
                List.of(),
                patient.mended("link.port", "connect x to its input \"input\"").problems());
    }

    @Test
    void aWireFromAnOutputThatIsNotThereComesFromOneThatIs() {
        Patient patient = Patient.of(
                new Net().add("x", Net.input(8)).add("fc", new Linear()).link("x.out", "fc", "input"));
        assertEquals(List.of("take the output output of x"), patient.words("output.missing"));
        assertEquals(
                List.of(),
                patient.mended("output.missing", "take the output output of x").problems());
    }
}
