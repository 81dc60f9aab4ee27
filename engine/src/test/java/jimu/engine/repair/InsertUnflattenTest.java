package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.conv.Conv1d;
import jimu.engine.layer.conv.Conv2d;
import org.junit.jupiter.api.Test;

class InsertUnflattenTest {
    @Test
    void numbersThatMakeAGreySquareBecomeAPicture() {
        Patient patient = Patient.of(new Net().add("x", Net.input(784)).then("conv", new Conv2d()));
        String words = "insert Unflatten (dim 1, unflattened_size [1, 28, 28]) before it";
        assertEquals(List.of(words), patient.words("window.rank"));
        assertEquals(
                Map.of("x", "N × 784", "unflatten1", "N × 1 × 28 × 28", "conv", "N × 16 × 26 × 26"),
                patient.mended("window.rank", words).shapes());
    }

    @Test
    void thePictureHasTheChannelsThatTheLayerIsPinnedTo() {
        Patient patient = Patient.of(
                new Net().add("x", Net.input(192)).then("conv", Net.layer("Conv2d", Map.of("in_channels", 3L))));
        assertEquals(
                List.of("insert Unflatten (dim 1, unflattened_size [3, 8, 8]) before it"),
                patient.words("window.rank"));
    }

    @Test
    void aPictureWithoutAnAxisOfChannelsGetsOne() {
        Patient patient = Patient.of(new Net().add("x", Net.input(28, 20)).then("conv", new Conv2d()));
        String words = "insert Unflatten (dim 1, unflattened_size [1, 28]) before it";
        assertEquals(
                Map.of("x", "N × 28 × 20", "unflatten1", "N × 1 × 28 × 20", "conv", "N × 16 × 26 × 18"),
                patient.mended("window.rank", words).shapes());
    }

    @Test
    void aRowBecomesALineOfOneChannel() {
        Patient patient = Patient.of(new Net().add("x", Net.input(50)).then("conv", new Conv1d()));
        String words = "insert Unflatten (dim 1, unflattened_size [1, 50]) before it";
        assertEquals(List.of(words), patient.words("window.line"));
        assertEquals(
                Map.of("x", "N × 50", "unflatten1", "N × 1 × 50", "conv", "N × 16 × 48"),
                patient.mended("window.line", words).shapes());
    }

    @Test
    void numbersThatMakeNoSquareAreLeftAlone() {
        Patient patient = Patient.of(new Net().add("x", Net.input(7)).then("conv", new Conv2d()));
        assertEquals(List.of(), patient.words("window.rank"));
    }
}
