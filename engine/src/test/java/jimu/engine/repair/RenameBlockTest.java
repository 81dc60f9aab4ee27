package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.Net;
import jimu.engine.graph.Edit;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Linear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenameBlockTest {
    @Test
    void aNameThatIsTakenGetsANumber() {
        Net net = new Net().add("x", Net.input(8)).then("fc", new Linear()).then("other", new Linear());
        Patient patient = new Patient(new Edit.Rename("other", "fc").apply(net.document()), Optional.empty());
        assertEquals(List.of("call it fc2"), patient.words("name.taken"));
        assertEquals(
                Map.of("x", "N × 8", "fc", "N × 10", "fc2", "N × 10"),
                patient.mended("name.taken", "call it fc2").shapes());
    }

    @ParameterizedTest
    @CsvSource({"relu 1, relu_1", "2nd, _2nd", "conv-a.b, conv_a_b", "层, ReLU"})
    void aNameBecomesAnIdentifier(String name, String identifier) {
        Net net = new Net().add("x", Net.input(8)).then("relu", new ReLU());
        Patient patient = new Patient(new Edit.Rename("relu", name).apply(net.document()), Optional.empty());
        assertEquals(List.of("call it " + identifier), patient.words("name.identifier"));
        assertEquals(
                List.of(),
                patient.mended("name.identifier", "call it " + identifier).problems());
    }
}
