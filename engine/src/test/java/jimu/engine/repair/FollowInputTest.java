package jimu.engine.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import jimu.engine.graph.Edit;
import jimu.engine.layer.core.Linear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowInputTest {
    private static final Net PINNED = new Net()
            .add("x", Net.input(8))
            .then("fc1", Net.layer("Linear", Map.of("in_features", 5L)))
            .then("fc2", new Linear());

    @Test
    void aPinnedLinearFollowsItsInput() {
        Patient patient = Patient.of(PINNED);
        assertEquals(List.of("let in_features follow the input"), patient.words("linear.pinned"));
        assertEquals(
                Map.of("x", "N × 8", "fc1", "N × 10", "fc2", "N × 10"),
                patient.mended("linear.pinned", "let in_features follow the input")
                        .shapes());
    }

    @Test
    void theOfferTellsTheEditAndWhatTheLayerThenMakes() {
        Offer offer = Patient.of(PINNED).offers("linear.pinned").get(0);
        assertEquals(
                new Edit.SetParameter("fc1", "in_features", "auto"),
                offer.repair().edit());
        assertEquals(
                List.of("fc1 N × 10 90"),
                offer.made().stream()
                        .map(made -> made.path() + " " + made.type() + " " + made.parameters())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "Conv2d, in_channels, conv.pinned, 3 × 9 × 9",
        "Conv1d, in_channels, conv.pinned, 3 × 9",
        "BatchNorm2d, num_features, norm.pinned, 3 × 9 × 9",
        "GroupNorm, num_channels, groupnorm.pinned, 3 × 9",
        "GRU, input_size, recurrent.pinned, 7 × 9",
        "TransformerEncoderLayer, d_model, sequence.pinned, 7 × 8"
    })
    void soDoesEveryOtherLayerWithAPinnedSize(String type, String size, String key, String sample) {
        Integer[] shape =
                Arrays.stream(sample.split(" × ", -1)).map(Integer::valueOf).toArray(Integer[]::new);
        Map<String, Object> values = new HashMap<>(Map.of(size, 64L));
        if (type.equals("GRU") || type.startsWith("Transformer")) {
            values.put("batch_first", true);
        }
        Patient patient = Patient.of(new Net().add("x", Net.input(shape)).then("layer", Net.layer(type, values)));
        assertEquals(List.of(key), patient.problems());
        assertEquals("let " + size + " follow the input", patient.words(key).get(0));
        assertEquals(
                List.of(),
                patient.mended(key, "let " + size + " follow the input").problems());
    }
}
