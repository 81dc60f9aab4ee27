package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.core.Linear;
import org.junit.jupiter.api.Test;

class CutCycleTest {
    @Test
    void theBlockThatLeadsBackReadsWhatNothingReadsInstead() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(8))
                .add("a", new Linear())
                .add("b", new Linear(), "a")
                .link("b", "a", "input"));
        assertEquals(
                List.of("let a read x instead of b", "take away the wire from b to a", "let b read x instead of a"),
                patient.words("cycle"));
        assertEquals(
                Map.of("x", "N × 8", "a", "N × 10", "b", "N × 10"),
                patient.mended("cycle", "let a read x instead of b").shapes());
        assertEquals(
                List.of("input.missing"),
                patient.mended("cycle", "take away the wire from b to a").problems());
    }
}
