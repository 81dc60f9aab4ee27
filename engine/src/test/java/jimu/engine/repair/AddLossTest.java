package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.activation.LogSoftmax;
import jimu.engine.layer.activation.Sigmoid;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Linear;
import org.junit.jupiter.api.Test;

class AddLossTest {
    private static final Net PLAIN = new Net().add("x", Net.input(8)).then("fc", new Linear());

    @Test
    void withoutDataTheLastLayerSaysWhichLossSuits() {
        assertEquals(
                List.of("add CrossEntropyLoss with a Target behind fc", "add MSELoss with a Target behind fc"),
                Patient.of(PLAIN).words("loss.missing"));
        Patient sigmoid = Patient.of(new Net().add("x", Net.input(1)).then("end", new Sigmoid()));
        assertEquals(
                "add BCELoss with a Target behind end",
                sigmoid.words("loss.missing").get(0));
        Patient logarithms = Patient.of(new Net().add("x", Net.input(5)).then("end", new LogSoftmax()));
        assertEquals(
                "add NLLLoss with a Target behind end",
                logarithms.words("loss.missing").get(0));
    }

    @Test
    void theLossComesWithItsTarget() {
        assertEquals(
                Map.of("x", "N × 8", "fc", "N × 10", "target", "N int32", "loss", "scalar"),
                Patient.of(PLAIN)
                        .mended("loss.missing", "add CrossEntropyLoss with a Target behind fc")
                        .shapes());
    }

    @Test
    void withDataAPredictionGetsTheirSize() {
        Patient patient = Patient.of(new Net().add("x", Net.input(1, 8, 8)).then("conv", new Conv2d()))
                .on(Known.PICTURES);
        String words = "add Flatten + Linear (out_features 3) + CrossEntropyLoss with a Target behind conv";
        assertEquals(List.of(words), patient.words("loss.missing"));
        assertEquals(List.of(), patient.mended("loss.missing", words).problems());
    }

    @Test
    void resultsAreLearntByTheirSquaredError() {
        Patient patient = Patient.of(
                        new Net().add("x", Net.input(4)).then("fc", Net.layer("Linear", Map.of("out_features", 2L))))
                .on(Known.RESULTS);
        assertEquals(List.of("add MSELoss with a Target behind fc"), patient.words("loss.missing"));
        assertEquals(
                List.of(),
                patient.mended("loss.missing", "add MSELoss with a Target behind fc")
                        .problems());
    }

    @Test
    void aTargetThatNothingReadsIsUsed() {
        Patient patient = Patient.of(
                new Net().add("x", Net.input(8)).add("y", Net.label()).add("fc", new Linear(), "x"));
        assertEquals(
                Map.of("x", "N × 8", "y", "N int32", "fc", "N × 10", "loss", "scalar"),
                patient.mended("loss.missing", "add CrossEntropyLoss with a Target behind fc")
                        .shapes());
    }
}
