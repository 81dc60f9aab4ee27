package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.loss.MSELoss;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class InsertLinearTest {
    @Test
    void aLinearGivesANumberForEachClassOfTheData() {
        Patient patient = Patient.of(new Net()
                        .add("x", Net.input(64))
                        .then("relu", new ReLU())
                        .add("y", new Target("y", List.of(), 0, DType.INT32))
                        .add("fc", Net.layer("Linear", Map.of("out_features", 2L)), "relu")
                        .add("loss", new CrossEntropyLoss(), "fc", "y"))
                .on(Known.PICTURES);
        String words = "insert Linear (out_features 3) at its input \"input\"";
        assertEquals(
                Map.of(
                        "x", "N × 64", "relu", "N × 64", "fc", "N × 2", "fc1", "N × 3", "y", "N int32", "loss",
                        "scalar"),
                patient.mended("data.classes", words).shapes());
    }

    @Test
    void aPictureIsFlattenedBefore() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(4, 2))
                .add("y", new Target("y", List.of(3), 0, DType.FLOAT32))
                .add("loss", new MSELoss(), "x", "y"));
        String words = "insert Flatten + Linear (out_features 3) at its input \"input\"";
        assertEquals(words, patient.words("loss.pair").get(0));
        assertEquals(
                Map.of("x", "N × 4 × 2", "flatten1", "N × 8", "fc1", "N × 3", "y", "N × 3", "loss", "scalar"),
                patient.mended("loss.pair", words).shapes());
    }
}
