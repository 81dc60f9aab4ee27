package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

class DivideTest {
    @Test
    void headsBecomeTheNearestNumbersThatDivideTheVectors() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(7, 32))
                .then("attn", Net.layer("MultiheadAttention", Map.of("num_heads", 5L, "batch_first", true))));
        assertEquals(List.of("set num_heads to 4", "set num_heads to 8"), patient.words("attention.heads"));
        assertEquals(
                List.of(),
                patient.mended("attention.heads", "set num_heads to 4").problems());
    }

    @Test
    void groupsOfChannelsDivideThem() {
        Patient patient = Patient.of(
                new Net().add("x", Net.input(12, 3, 3)).then("norm", Net.layer("GroupNorm", Map.of("num_groups", 8L))));
        assertEquals(List.of("set num_groups to 6", "set num_groups to 12"), patient.words("groupnorm.groups"));
        assertEquals(
                List.of(),
                patient.mended("groupnorm.groups", "set num_groups to 6").problems());
    }

    @Test
    void groupsOfAConvolutionDivideWhatComesOrWhatGoes() {
        Patient patient = Patient.of(new Net()
                .add("x", Net.input(6, 5, 5))
                .then("conv", Net.layer("Conv2d", Map.of("groups", 3L, "out_channels", 16L))));
        assertEquals(
                List.of("set groups to 2", "set out_channels to 15", "set out_channels to 18"),
                patient.words("conv.groups"));
        assertEquals(
                "N × 15 × 3 × 3",
                patient.mended("conv.groups", "set out_channels to 15").shapes().get("conv"));
    }
}
