package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Permute;
import jimu.engine.layer.core.Reshape;
import org.junit.jupiter.api.Test;

class BatchToFrontTest {
    private static final Net TURNED =
            new Net().add("x", Net.input(3, 4)).add("turn", new Permute(List.of(2, 1, 0)), "x");

    @Test
    void thePermuteThatMovedTheBatchIsTakenOutOrAnotherMovesItBack() {
        Patient patient = Patient.of(TURNED.then("fc", new Linear()));
        assertEquals(
                List.of("take turn out", "insert Permute (dims [2, 0, 1]) before it"), patient.words("linear.batched"));
        assertEquals(
                Map.of("x", "N × 3 × 4", "turn", "4 × 3 × N", "permute1", "N × 4 × 3", "fc", "N × 4 × 10"),
                patient.mended("linear.batched", "insert Permute (dims [2, 0, 1]) before it")
                        .shapes());
        assertEquals(
                Map.of("x", "N × 3 × 4", "fc", "N × 3 × 10"),
                patient.mended("linear.batched", "take turn out").shapes());
    }

    @Test
    void beforeAReshapeToo() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(3, 4))
                .add("turn", new Permute(List.of(1, 0, 2)), "x")
                .then("rows", new Reshape(List.of(12))));
        assertEquals(
                Map.of("x", "N × 3 × 4", "turn", "3 × N × 4", "permute1", "N × 3 × 4", "rows", "N × 12"),
                patient.mended("reshape.batch", "insert Permute (dims [1, 0, 2]) before it")
                        .shapes());
    }

    @Test
    void oneNumberASampleGetsAnAxisOfItsOwn() {
        Patient patient = Patient.of(new Net().add("x", Net.input()).then("fc", new Linear()));
        List<String> words = patient.words("linear.batched");
        assertEquals(1, words.size());
        assertEquals(
                "N × 10",
                patient.mended("linear.batched", words.get(0)).shapes().get("fc"));
    }
}
