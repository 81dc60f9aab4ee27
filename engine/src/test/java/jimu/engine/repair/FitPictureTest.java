package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.merge.Add;
import jimu.engine.layer.merge.Concat;
import org.junit.jupiter.api.Test;

class FitPictureTest {
    @Test
    void onePictureIsCroppedOrResizedToTheOtherOrTheOtherPadded() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(4, 9, 9))
                .then("pool", Net.layer("MaxPool2d", Map.of()))
                .then("up", Net.layer("Upsample", Map.of()))
                .add("cat", new Concat(), "up", "x"));
        List<String> words = List.of(
                "insert ZeroPad2d (padding [0, -1, 0, -1]) at its input \"input2\"",
                "insert AdaptiveAvgPool2d (output_size 8) at its input \"input2\"",
                "insert ZeroPad2d (padding [0, 1, 0, 1]) at its input \"input1\"",
                "insert Upsample (size 9) at its input \"input1\"");
        assertEquals(words, patient.words("concat.shapes"));
        assertEquals(
                List.of("N × 8 × 8 × 8", "N × 8 × 8 × 8", "N × 8 × 9 × 9", "N × 8 × 9 × 9"),
                words.stream()
                        .map(one ->
                                patient.mended("concat.shapes", one).shapes().get("cat"))
                        .toList());
    }

    @Test
    void soAreThoseThatAreAdded() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(8, 8, 8))
                .add("conv", Net.layer("Conv2d", Map.of("out_channels", 8L)), "x")
                .add("sum", new Add(), "conv", "x"));
        String words = "insert ZeroPad2d (padding -1) at its input \"input2\"";
        assertEquals(words, patient.words("merge.shapes").get(0));
        assertEquals(
                "N × 8 × 6 × 6", patient.mended("merge.shapes", words).shapes().get("sum"));
    }
}
