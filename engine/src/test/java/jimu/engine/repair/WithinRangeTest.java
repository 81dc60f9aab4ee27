package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class WithinRangeTest {
    @Test
    void aNumberOutsideOfItsRangeBecomesTheNearestWithinOrTheDefault() {
        Patient patient = Patient.of(
                new Net().add("x", Net.input(8)).then("fc", Net.layer("Linear", Map.of("out_features", 0L))));
        assertEquals(List.of("set out_features to 1", "set out_features to 10"), patient.words("parameter.range"));
        assertEquals(
                Map.of("x", "N × 8", "fc", "N × 1"),
                patient.mended("parameter.range", "set out_features to 1").shapes());
    }

    @Test
    void soDoesAFraction() {
        Patient patient =
                Patient.of(new Net().add("x", Net.input(8)).then("drop", Net.layer("Dropout", Map.of("p", 1.5))));
        assertEquals(List.of("set p to 1.0", "set p to 0.5"), patient.words("parameter.range"));
    }

    @Test
    void ofTwoParametersEachHasItsOwn() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(1, 9, 9))
                .then("conv", Net.layer("Conv2d", Map.of("out_channels", 0L, "kernel_size", List.of(3L, 0L)))));
        assertEquals(List.of("parameter.range", "parameter.range"), patient.problems());
        Patient half = patient.mended("parameter.range", "set out_channels to 1");
        assertEquals(List.of("set kernel_size to [3, 1]", "set kernel_size to 3"), half.words("parameter.range"));
        assertEquals(
                List.of(),
                half.mended("parameter.range", "set kernel_size to [3, 1]").problems());
    }
}
