package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import org.junit.jupiter.api.Test;

class RemoveFlattenTest {
    @Test
    void aFlattenBeforeAConvolutionIsTakenOut() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(1, 28, 28))
                .then("flat", new Flatten())
                .then("conv", new Conv2d()));
        assertEquals("take flat out", patient.words("window.rank").get(0));
        assertEquals(
                Map.of("x", "N × 1 × 28 × 28", "conv", "N × 16 × 26 × 26"),
                patient.mended("window.rank", "take flat out").shapes());
    }
}
