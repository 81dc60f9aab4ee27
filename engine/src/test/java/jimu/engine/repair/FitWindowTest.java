package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.pool.MaxPool2d;
import org.junit.jupiter.api.Test;

class FitWindowTest {
    @Test
    void aWindowLargerThanItsInputGetsPaddingOrBecomesSmaller() {
        Patient patient = Patient.of(
                new Net().add("x", Net.input(1, 4, 4)).then("conv", Net.layer("Conv2d", Map.of("kernel_size", 7L))));
        assertEquals(List.of("set padding to 2", "set kernel_size to 4"), patient.words("window.large"));
        assertEquals(
                "N × 16 × 2 × 2",
                patient.mended("window.large", "set padding to 2").shapes().get("conv"));
        assertEquals(
                "N × 16 × 1 × 1",
                patient.mended("window.large", "set kernel_size to 4").shapes().get("conv"));
    }

    @Test
    void aPoolIsPaddedByHalfItsWindowAtMost() {
        Patient patient = Patient.of(new Net().add("x", Net.input(1, 1, 1)).then("pool", new MaxPool2d()));
        assertEquals(List.of("set padding to 1", "set kernel_size to 1"), patient.words("window.large"));
    }

    @Test
    void aWindowOfTwoSizesShrinksOnlyAlongTheSideThatIsTooLong() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(1, 9, 4))
                .then("conv", Net.layer("Conv2d", Map.of("kernel_size", List.of(2L, 6L)))));
        assertEquals(List.of("set padding to 1", "set kernel_size to [2, 4]"), patient.words("window.large"));
    }

    @Test
    void aSpreadWindowMayBeSpreadLess() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(1, 20))
                .then("conv", Net.layer("Conv1d", Map.of("kernel_size", 5L, "dilation", 6L))));
        assertEquals(
                List.of("set padding to 3", "set kernel_size to 4", "set dilation to 4"),
                patient.words("window.large"));
    }
}
