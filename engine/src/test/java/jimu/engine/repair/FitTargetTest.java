package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.MSELoss;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;

class FitTargetTest {
    @Test
    void aTargetOfClassesGetsTheShapeThatTheLossWants() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(7))
                .then("fc", new Linear())
                .add("y", new Target("y", List.of(10), 0, DType.FLOAT32))
                .add("loss", Net.layer("NLLLoss", Map.of()), "fc", "y"));
        assertEquals(List.of("give y the shape N int32"), patient.words("loss.target"));
        assertEquals(
                Map.of("x", "N × 7", "fc", "N × 10", "y", "N int32", "loss", "scalar"),
                patient.mended("loss.target", "give y the shape N int32").shapes());
    }

    @Test
    void aTargetOfNumbersGetsThatOfThePrediction() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(7))
                .then("fc", Net.layer("Linear", Map.of("out_features", 1L)))
                .add("y", new Target("y", List.of(), 0, DType.FLOAT32))
                .add("loss", new MSELoss(), "fc", "y"));
        assertEquals(List.of("give y the shape N × 1"), patient.words("loss.pair"));
    }

    @Test
    void aTargetThatIsAsTheDataSayStays() {
        Patient patient = Patient.of(new Net()
                        .add("x", Net.input(4))
                        .then("fc", new Linear())
                        .add("z", new Target("z", List.of(2), 0, DType.FLOAT32))
                        .add("loss", new MSELoss(), "fc", "z"))
                .on(Known.RESULTS);
        assertEquals(
                List.of("set out_features of fc to 2", "insert Linear (out_features 2) at its input \"input\""),
                patient.words("loss.pair"));
    }
}
