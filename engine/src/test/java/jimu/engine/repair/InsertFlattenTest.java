package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class InsertFlattenTest {
    @Test
    void aLinearPinnedToAllNumbersOfAPictureGetsAFlattenBeforeIt() {
        Patient patient = Patient.of(
                new Net().add("x", Net.input(16, 5, 5)).then("fc", Net.layer("Linear", Map.of("in_features", 400L))));
        assertEquals(
                List.of("insert Flatten before it", "let in_features follow the input"),
                patient.words("linear.pinned"));
        assertEquals(
                Map.of("x", "N × 16 × 5 × 5", "flatten1", "N × 400", "fc", "N × 10"),
                patient.mended("linear.pinned", "insert Flatten before it").shapes());
    }

    @Test
    void aPictureBecomesRowsForARecurrentLayer() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(1, 28, 20))
                .then("gru", Net.layer("GRU", Map.of("batch_first", true, "hidden_size", 32L))));
        assertEquals(
                List.of(
                        "insert Flatten (end_dim 2) at its input \"input\"",
                        "insert Flatten (start_dim 2) at its input \"input\""),
                patient.words("recurrent.rank"));
        assertEquals(
                List.of(),
                patient.mended("recurrent.rank", patient.words("recurrent.rank").get(0))
                        .problems());
    }

    @Test
    void aPredictionWithAxesOfOneIsFlattenedForTheLoss() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(10, 1, 1))
                .add("y", new Target("label", List.of(), 0, DType.INT32))
                .add("loss", new CrossEntropyLoss(), "x", "y"));
        assertEquals(
                "insert Flatten at its input \"input\"",
                patient.words("loss.target").get(0));
        assertEquals(
                Map.of("x", "N × 10 × 1 × 1", "y", "N int32", "flatten1", "N × 10", "loss", "scalar"),
                patient.mended("loss.target", "insert Flatten at its input \"input\"")
                        .shapes());
    }
}
