package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.loss.CrossEntropyLoss;
import org.junit.jupiter.api.Test;

class ConnectSourceTest {
    @Test
    void anOpenInputReadsWhatNothingReadsYetOrElseTheNearestBefore() {
        Patient patient = Patient.of(
                new Net().add("x", Net.input(8)).then("fc1", new Linear()).add("fc2", new Linear()));
        assertEquals(
                List.of("connect fc1 to its input \"input\"", "connect x to its input \"input\""),
                patient.words("input.missing"));
        assertEquals(
                Map.of("x", "N × 8", "fc1", "N × 10", "fc2", "N × 10"),
                patient.mended("input.missing", "connect fc1 to its input \"input\"")
                        .shapes());
    }

    @Test
    void aTargetGoesToThePortForIt() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(8))
                .then("fc", new Linear())
                .add("y", Net.label())
                .add("loss", new CrossEntropyLoss(), "fc"));
        assertEquals(
                "connect y to its input \"target\"",
                patient.words("input.missing").get(0));
        assertEquals(
                List.of(),
                patient.mended("input.missing", "connect y to its input \"target\"")
                        .problems());
    }

    @Test
    void keyAndValueComeFromOneSource() {
        Map<String, Object> attention = Map.of("batch_first", true, "num_heads", 2L);
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(4, 8))
                .add("z", Net.input(5, 8))
                .add("attn", Net.layer("MultiheadAttention", attention), "x", "z"));
        assertEquals(
                List.of("connect z to its input \"value\"", "take away the wire from z"),
                patient.words("attention.pair"));
        assertEquals(
                "N × 4 × 8",
                patient.mended("attention.pair", "connect z to its input \"value\"")
                        .shapes()
                        .get("attn"));
    }
}
