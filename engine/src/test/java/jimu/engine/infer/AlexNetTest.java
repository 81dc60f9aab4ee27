package jimu.engine.infer;

import static jimu.engine.Net.layer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jimu.engine.Net;
import org.junit.jupiter.api.Test;

/** The AlexNet of the tutorial, in its two groups, on pictures of 3 × 224 × 224. */
class AlexNetTest {
    private static final Map<String, Object> POOL = Map.of("kernel_size", 3, "stride", 2);

    @Test
    void everyShapeOfTheFeatures() {
        assertEquals(
                List.of(
                        "N × 96 × 55 × 55",
                        "N × 96 × 55 × 55",
                        "N × 96 × 27 × 27",
                        "N × 256 × 27 × 27",
                        "N × 256 × 27 × 27",
                        "N × 256 × 13 × 13",
                        "N × 384 × 13 × 13",
                        "N × 384 × 13 × 13",
                        "N × 384 × 13 × 13",
                        "N × 384 × 13 × 13",
                        "N × 256 × 13 × 13",
                        "N × 256 × 13 × 13",
                        "N × 256 × 6 × 6"),
                types("features", 13));
    }

    @Test
    void everyShapeOfTheClassifier() {
        assertEquals(
                List.of("N × 9216", "N × 9216", "N × 4096", "N × 4096", "N × 4096", "N × 4096", "N × 4096", "N × 10"),
                types("classifier", 8));
    }

    @Test
    void itsParametersByLayerAndInAll() {
        Inference inference = net().infer();
        List<Long> parameters = new ArrayList<>();
        for (String layer : List.of("features.l0", "features.l3", "features.l6", "features.l8", "features.l10")) {
            parameters.add(inference.known(layer).orElseThrow().trainable());
        }
        for (String layer : List.of("classifier.l2", "classifier.l5", "classifier.l7")) {
            parameters.add(inference.known(layer).orElseThrow().trainable());
        }
        assertEquals(
                List.of(34_944L, 614_656L, 885_120L, 1_327_488L, 884_992L, 37_752_832L, 16_781_312L, 40_970L),
                parameters);
        assertEquals(58_322_314, inference.totals().parameters());
    }

    private static List<String> types(String group, int count) {
        Inference inference = net().infer();
        List<String> types = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            types.add(inference.known(group + ".l" + i).orElseThrow().output().toString());
        }
        return types;
    }

    private static Net net() {
        Net features = new Net()
                .add("l0", layer("Conv2d", Map.of("out_channels", 96, "kernel_size", 11, "stride", 4, "padding", 2)))
                .then("l1", layer("ReLU", Map.of()))
                .then("l2", layer("MaxPool2d", POOL))
                .then("l3", layer("Conv2d", Map.of("out_channels", 256, "kernel_size", 5, "padding", 2)))
                .then("l4", layer("ReLU", Map.of()))
                .then("l5", layer("MaxPool2d", POOL))
                .then("l6", layer("Conv2d", Map.of("out_channels", 384, "padding", 1)))
                .then("l7", layer("ReLU", Map.of()))
                .then("l8", layer("Conv2d", Map.of("out_channels", 384, "padding", 1)))
                .then("l9", layer("ReLU", Map.of()))
                .then("l10", layer("Conv2d", Map.of("out_channels", 256, "padding", 1)))
                .then("l11", layer("ReLU", Map.of()))
                .then("l12", layer("MaxPool2d", POOL));
        Net classifier = new Net()
                .add("l0", layer("Flatten", Map.of()))
                .then("l1", layer("Dropout", Map.of()))
                .then("l2", layer("Linear", Map.of("out_features", 4096)))
                .then("l3", layer("ReLU", Map.of()))
                .then("l4", layer("Dropout", Map.of()))
                .then("l5", layer("Linear", Map.of("out_features", 4096)))
                .then("l6", layer("ReLU", Map.of()))
                .then("l7", layer("Linear", Map.of("out_features", 10)));
        return new Net()
                .define("Features", features, "l0", "l12")
                .define("Classifier", classifier, "l0", "l7")
                .add("image", Net.input(3, 224, 224))
                .thenUse("features", "Features", 1)
                .thenUse("classifier", "Classifier", 1);
    }
}
