package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.layer.merge.Add;
import org.junit.jupiter.api.Test;

class ProjectTest {
    @Test
    void aShortcutGetsAConvolutionOfOneByOneWithTheStepOfTheOtherBranch() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(8, 8, 8))
                .add("conv", Net.layer("Conv2d", Map.of("out_channels", 16L, "padding", 1L, "stride", 2L)), "x")
                .add("sum", new Add(), "conv", "x"));
        String words = "insert Conv2d (out_channels 16, kernel_size 1, stride 2) at its input \"input2\"";
        assertEquals(List.of(words), patient.words("merge.shapes"));
        assertEquals(
                Map.of(
                        "x",
                        "N × 8 × 8 × 8",
                        "conv",
                        "N × 16 × 4 × 4",
                        "conv1",
                        "N × 16 × 4 × 4",
                        "sum",
                        "N × 16 × 4 × 4"),
                patient.mended("merge.shapes", words).shapes());
    }

    @Test
    void rowsGetALinear() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(8))
                .add("fc", Net.layer("Linear", Map.of("out_features", 5L)), "x")
                .add("sum", new Add(), "fc", "x"));
        assertEquals(
                List.of(
                        "insert Linear (out_features 5) at its input \"input2\"",
                        "insert Linear (out_features 8) at its input \"input1\"",
                        "set out_features of fc to 8"),
                patient.words("merge.shapes"));
    }
}
