package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.layer.LayerCatalog;

/** AlexNet for pictures of 224 × 224 and ten classes, as it is built by hand, by mouse or by keyboard. */
final class AlexNet {
    private static final Map<String, String> POOL = inOrder("kernel_size", "3", "stride", "2");

    /** The layers in the order in which they follow one another, with what is typed for their parameters. */
    static final List<Step> CHAIN = chain();

    private AlexNet() {}

    /** A layer, and the parameters that are not its usual ones. */
    record Step(String type, Map<String, String> parameters) {}

    private static List<Step> chain() {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("Input", Map.of("shape", "3, 224, 224")));
        convolution(steps, inOrder("out_channels", "96", "kernel_size", "11", "stride", "4", "padding", "2"));
        steps.add(new Step("MaxPool2d", POOL));
        convolution(steps, inOrder("out_channels", "256", "kernel_size", "5", "padding", "2"));
        steps.add(new Step("MaxPool2d", POOL));
        convolution(steps, inOrder("out_channels", "384", "kernel_size", "3", "padding", "1"));
        convolution(steps, inOrder("out_channels", "384", "kernel_size", "3", "padding", "1"));
        convolution(steps, inOrder("out_channels", "256", "kernel_size", "3", "padding", "1"));
        steps.add(new Step("MaxPool2d", POOL));
        steps.add(new Step("Flatten", Map.of()));
        for (int i = 0; i < 2; i++) {
            steps.add(new Step("Dropout", Map.of()));
            steps.add(new Step("Linear", Map.of("out_features", "4096")));
            steps.add(new Step("ReLU", Map.of()));
        }
        steps.add(new Step("Linear", Map.of("out_features", "10")));
        steps.add(new Step("CrossEntropyLoss", Map.of()));
        return List.copyOf(steps);
    }

    /** Names and values in turn, in the order in which they are typed. */
    private static Map<String, String> inOrder(String... namesAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(map);
    }

    private static void convolution(List<Step> steps, Map<String, String> parameters) {
        steps.add(new Step("Conv2d", parameters));
        steps.add(new Step("ReLU", Map.of()));
    }

    /** Holds a document to be it: every layer with its parameters, and every wire. */
    static void assertBuilt(Document document) {
        List<Block> blocks = List.copyOf(document.graph().blocks());
        List<Block> chain = blocks.stream()
                .filter(block -> !block.content().label().equals("Target"))
                .toList();
        assertEquals(CHAIN.size() + 1, blocks.size());
        Set<String> wires = new TreeSet<>();
        for (int i = 0; i < CHAIN.size(); i++) {
            assertEquals(CHAIN.get(i).type(), chain.get(i).content().label());
            Map<String, String> set = parameters(chain.get(i));
            CHAIN.get(i).parameters().forEach((name, value) -> assertEquals(value, set.get(name), name));
            if (i > 0) {
                wires.add(chain.get(i - 1).id() + " → " + chain.get(i).id() + ".input");
            }
        }
        Block target = blocks.stream()
                .filter(block -> !chain.contains(block))
                .findFirst()
                .orElseThrow();
        wires.add(target.id() + " → " + chain.get(chain.size() - 1).id() + ".target");
        assertEquals(
                wires,
                document.graph().links().stream()
                        .map(link -> link.from().block() + " → " + link.to().block() + "."
                                + link.to().port())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Map<String, String> parameters(Block block) {
        var layer = ((Content.Of) block.content()).layer();
        return LayerCatalog.of(layer).values(layer).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString().replaceAll("[\\[\\]]", "")));
    }
}
