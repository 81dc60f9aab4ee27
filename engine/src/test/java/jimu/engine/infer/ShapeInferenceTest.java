package jimu.engine.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import jimu.engine.Net;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Expansion;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.infer.BlockState.Blocked;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.BlockState.Wrong;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.Padding;
import jimu.engine.layer.Problem.Severity;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.norm.BatchNorm2d;
import jimu.engine.layer.pool.MaxPool2d;
import jimu.engine.shape.IntPair;
import org.junit.jupiter.api.Test;

class ShapeInferenceTest {
    @Test
    void lenetHasTheShapesAndSumsOfTheBook() {
        Inference inference = lenet().infer();
        assertEquals(List.of(), inference.findings());
        assertEquals(
                Map.of(
                        "x", "N × 1 × 28 × 28",
                        "conv1", "N × 6 × 28 × 28",
                        "pool1", "N × 6 × 14 × 14",
                        "conv2", "N × 16 × 10 × 10",
                        "pool2", "N × 16 × 5 × 5",
                        "flat", "N × 400",
                        "fc1", "N × 120",
                        "fc2", "N × 10",
                        "y", "N int32",
                        "loss", "scalar"),
                types(inference));
        long parameters = 6 * 25 + 6 + 16 * 6 * 25 + 16 + 400 * 120 + 120 + 120 * 10 + 10;
        long multiplyAdds = 6L * 784 * 25 + 16L * 100 * 150 + 400 * 120 + 120 * 10;
        long activations = 784 + 4704 + 1176 + 1600 + 400 + 400 + 120 + 10 + 1 + 1;
        assertEquals(new Totals(parameters, 0, multiplyAdds, activations, false), inference.totals());
    }

    @Test
    void theModelsOutputIsWhatTheLossPredictsFrom() {
        assertEquals(List.of(new Endpoint("fc2", "output")), lenet().infer().outputs());
    }

    @Test
    void withoutALossTheUnreadOutputsAreTheModels() {
        Inference inference = new Net()
                .add("x", Net.input(4))
                .add("a", new ReLU(), "x")
                .add("b", new Linear(), "a")
                .add("c", new Linear(), "a")
                .add("z", Net.input(4))
                .infer();
        assertEquals(List.of(new Endpoint("b", "output"), new Endpoint("c", "output")), inference.outputs());
    }

    @Test
    void everyBlockIsKnownOrBlockedOrWrong() {
        Inference inference = new Net()
                .add("x", Net.input(4))
                .add("fine", new ReLU(), "x")
                .add("wrong", new Conv2d(), "x")
                .add("after", new ReLU(), "wrong")
                .add("behind", new Linear(), "after")
                .infer();
        assertTrue(inference.states().get("fine") instanceof Known);
        assertTrue(inference.states().get("wrong") instanceof Wrong wrong
                && wrong.problems().size() == 1);
        assertEquals(new Blocked(Set.of("wrong")), inference.states().get("after"));
        assertEquals(new Blocked(Set.of("after")), inference.states().get("behind"));
        assertTrue(inference.totals().partial());
    }

    @Test
    void sharedWeightsCountOnce() {
        Linear square = new Linear(Size.AUTO, 4, true);
        Inference inference = new Net()
                .add("x", Net.input(4))
                .add("a", square, "x")
                .sharing("b", square, "a", "a")
                .infer();
        assertEquals(List.of(), inference.findings(Severity.SHAPE));
        assertEquals(20, inference.totals().parameters());
        assertEquals(32, inference.totals().multiplyAdds());
    }

    @Test
    void copiesOfADefinitionHaveWeightsOfTheirOwn() {
        Net stage = new Net().add("conv", new Conv2d()).then("bn", new BatchNorm2d());
        Inference inference = new Net()
                .define("stage", stage, "conv", "bn")
                .add("x", Net.input(1, 8, 8))
                .thenUse("s", "stage", 2)
                .infer();
        assertEquals(
                "N × 16 × 4 × 4",
                String.valueOf(inference.known("s.1.bn").orElseThrow().output()));
        assertEquals(160 + 32 + 2320 + 32, inference.totals().parameters());
        assertEquals(64, inference.totals().buffers());
    }

    @Test
    void whatDidNotChangeIsTakenOver() {
        Document before = lenet().document();
        Inference first = ShapeInference.infer(before);
        Document after = new Edit.SetParameter("fc1", "out_features", 84L).apply(before);
        Inference second = ShapeInference.infer(Expansion.of(after), Optional.of(first));
        assertSame(first.states().get("conv2"), second.states().get("conv2"));
        assertEquals(ShapeInference.infer(after), second);
    }

    @Test
    void itIsTotalWhateverTheDocumentLooksLike() {
        for (int seed = 0; seed < 300; seed++) {
            Document document = scrawl(new Random(seed));
            Inference inference = ShapeInference.infer(document);
            assertEquals(inference.graph().blocks().keySet(), inference.states().keySet());
            assertEquals(
                    Set.copyOf(inference.order()), inference.graph().blocks().keySet());
            inference
                    .findings()
                    .forEach(finding -> assertTrue(Net.sentence(finding).endsWith(".")));
        }
    }

    /** Blocks of all kinds with random parameters, names, owners and wires. */
    private static Document scrawl(Random random) {
        List<Block> blocks = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Layer layer = LayerCatalog.all()
                    .get(random.nextInt(LayerCatalog.all().size()))
                    .defaults();
            Layer chosen = random.nextInt(4) == 0 ? new Linear(Size.of(random.nextInt(5) - 1), 4, true) : layer;
            layers.add(chosen);
            Optional<String> owner = random.nextInt(3) == 0 ? Optional.of("b" + random.nextInt(8)) : Optional.empty();
            blocks.add(new Block("b" + i, "n" + random.nextInt(9), new Content.Of(chosen), owner));
        }
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int from = random.nextInt(8);
            int to = random.nextInt(8);
            String port = layers.get(to).inputs().isEmpty()
                    ? "none"
                    : layers.get(to)
                            .inputs()
                            .get(random.nextInt(layers.get(to).inputs().size()))
                            .name();
            links.add(Link.of("b" + from, layers.get(from).outputs().get(0), "b" + to, port));
        }
        return Document.EMPTY.withGraph(Graph.of(blocks, links));
    }

    private static Map<String, String> types(Inference inference) {
        Map<String, String> types = new HashMap<>();
        inference
                .states()
                .keySet()
                .forEach(path -> inference
                        .known(path)
                        .ifPresent(known -> types.put(path, known.output().toString())));
        return types;
    }

    private static Net lenet() {
        return new Net()
                .add("x", Net.input(1, 28, 28))
                .then("conv1", conv(6, 2))
                .then("pool1", new MaxPool2d())
                .then("conv2", conv(16, 0))
                .then("pool2", new MaxPool2d())
                .then("flat", new Flatten())
                .then("fc1", new Linear(Size.AUTO, 120, true))
                .then("fc2", new Linear())
                .add("y", Net.label())
                .add("loss", new CrossEntropyLoss(), "fc2", "y");
    }

    private static Conv2d conv(int filters, int padding) {
        IntPair one = IntPair.of(1);
        Padding sides = new Padding.Sides(IntPair.of(padding));
        return new Conv2d(Size.AUTO, filters, IntPair.of(5), one, sides, one, 1, true);
    }
}
