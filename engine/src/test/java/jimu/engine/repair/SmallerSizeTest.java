package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.core.Flatten;
import org.junit.jupiter.api.Test;

class SmallerSizeTest {
    @Test
    void aLayerWithTooManyWeightsGetsItsDefaultSizeOrASmallerPicture() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(64, 224, 224))
                .then("flat", new Flatten())
                .then("fc", Net.layer("Linear", Map.of("out_features", 4096L))));
        assertEquals(
                List.of("set out_features to 10", "insert AdaptiveAvgPool2d (output_size 7) before flat"),
                patient.words("parameter.large"));
        Patient pooled = patient.mended("parameter.large", "insert AdaptiveAvgPool2d (output_size 7) before flat");
        assertTrue(pooled.shapes().containsValue("N × 64 × 7 × 7"));
        assertEquals("N × 4096", pooled.shapes().get("fc"));
    }

    @Test
    void aSizeThatCannotBeCountedGoesBackToItsDefault() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(1, 28, 28))
                .then("pad", Net.layer("ZeroPad2d", Map.of("padding", 2_000_000_000L)))
                .then("wide", Net.layer("ZeroPad2d", Map.of("padding", 2_000_000_000L))));
        assertEquals(List.of("set padding to 1"), patient.words("size.overflow"));
    }
}
