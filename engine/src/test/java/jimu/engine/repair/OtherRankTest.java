package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class OtherRankTest {
    @Test
    void aConvolutionOfPicturesBecomesOneOfLinesAndKeepsItsParameters() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(4, 6))
                .then("conv", Net.layer("Conv2d", Map.of("kernel_size", 2L, "out_channels", 5L))));
        assertEquals(
                List.of("insert Unflatten (dim 1, unflattened_size [1, 4]) before it", "make it a Conv1d"),
                patient.words("window.rank"));
        assertEquals(
                Map.of("x", "N × 4 × 6", "conv", "N × 5 × 5"),
                patient.mended("window.rank", "make it a Conv1d").shapes());
    }

    @Test
    void aConvolutionOfLinesBecomesOneOfPictures() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(4, 6, 6))
                .then("conv", Net.layer("Conv1d", Map.of("kernel_size", 2L, "out_channels", 5L))));
        assertEquals(
                List.of("insert Flatten (start_dim 2) before it", "make it a Conv2d"), patient.words("window.line"));
        assertEquals(
                Map.of("x", "N × 4 × 6 × 6", "conv", "N × 5 × 5 × 5"),
                patient.mended("window.line", "make it a Conv2d").shapes());
    }

    @Test
    void aNormalisationOfRowsBecomesOneOfPictures() {
        Patient patient =
                Patient.of(new Net().add("x", Net.input(4, 6, 6)).then("bn", Net.layer("BatchNorm1d", Map.of())));
        assertEquals(List.of("make it a BatchNorm2d"), patient.words("norm.axes"));
        assertEquals(
                List.of(), patient.mended("norm.axes", "make it a BatchNorm2d").problems());
    }
}
