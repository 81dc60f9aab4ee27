package jimu.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import jimu.engine.layer.LayerCatalog;
import org.junit.jupiter.api.Test;

class LayersTest {
    @Test
    void everyLayerStandsInItsCategoryWithSignatureAndExplanation() {
        List<String> lines = Said.to("layers").outLines();
        int linear = lines.indexOf("  Linear(in_features=auto, out_features=10, bias=true)");
        assertTrue(lines.indexOf("Core") < linear && linear < lines.indexOf("Convolution"), lines.toString());
        assertEquals("      Fully connected layer: y = x Wᵀ + b along the last axis.", lines.get(linear + 1));
        assertEquals(
                LayerCatalog.all().size(),
                lines.stream().filter(line -> line.matches("  \\w+\\(.*\\)")).count());
    }

    @Test
    void jsonTellsKindsDefaultsRangesAndChoices() throws Exception {
        JsonNode layers =
                new ObjectMapper().readTree(Said.to("layers", "--json").out());
        assertEquals(LayerCatalog.all().size(), layers.size());
        JsonNode dropout = find(layers, "Dropout").path("parameters").path(0);
        assertEquals(
                "{\"name\":\"p\",\"kind\":\"number\",\"default\":0.5,\"min\":0.0,\"max\":1.0}",
                dropout.toString().replaceFirst(",\"explanation\".*\\}$", "}"));
        JsonNode loss = find(layers, "CrossEntropyLoss");
        assertEquals("input", loss.path("inputs").path(0).path("name").asText());
        assertTrue(
                loss.path("parameters").toString().contains("\"choices\":[\"mean\",\"sum\""),
                loss.path("parameters").toString());
    }

    private static JsonNode find(JsonNode layers, String type) {
        for (JsonNode layer : layers) {
            if (layer.path("type").asText().equals(type)) {
                return layer;
            }
        }
        throw new IllegalArgumentException(type);
    }
}
