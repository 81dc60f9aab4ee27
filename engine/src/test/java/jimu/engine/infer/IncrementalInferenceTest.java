package jimu.engine.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import jimu.engine.Net;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Expansion;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.graph.Position;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Port;
import org.junit.jupiter.api.Test;

class IncrementalInferenceTest {
    private static final int CHAIN = 1000;
    private static final int EDITS = 60;
    private static final int WALKS = 20;

    /** A chain of 1,000 blocks with a bypass in its middle. */
    private static Document chain() {
        Net net = new Net().add("x", Net.input(4, 8, 8));
        for (int i = 1; i < CHAIN; i++) {
            net.then(
                    "n" + i,
                    i % 2 == 0
                            ? Net.layer("ReLU", Map.of())
                            : Net.layer("Conv2d", Map.of("out_channels", 4, "kernel_size", 3, "padding", 1)));
        }
        return net.add("bypass", Net.layer("ReLU", Map.of()), "n500").document();
    }

    @Test
    void anEditInALongChainInfersOnlyWhatItChanges() {
        Document document = chain();
        Inference before = ShapeInference.infer(document);
        Edit wider = new Edit.Sequence(
                List.of(new Edit.SetParameter("n501", "kernel_size", 5), new Edit.SetParameter("n501", "padding", 2)));
        assertEquals(Set.of("n501"), anew(before, after(before, wider.apply(document))));
    }

    @Test
    void aChangedShapeInfersWhatDependsOnItAndNothingElse() {
        Document document = chain();
        Inference before = ShapeInference.infer(document);
        Set<String> changed =
                anew(before, after(before, new Edit.SetParameter("n991", "out_channels", 6).apply(document)));
        assertEquals(Set.of("n991", "n992", "n993"), changed);
    }

    @Test
    void aBlockThatMovesToAnotherSourceOfTheSameTypeIsNotInferredAgain() {
        Document document = chain();
        Inference before = ShapeInference.infer(document);
        Edit elsewhere = new Edit.Reconnect(
                Link.of("n500", "output", "bypass", "input"), Link.of("n498", "output", "bypass", "input"));
        assertEquals(Set.of(), anew(before, after(before, elsewhere.apply(document))));
    }

    @Test
    void whatIsWrongAndWhatWaitsForItStaysAsItWas() {
        Document broken = new Edit.Disconnect(Link.of("n4", "output", "n5", "input")).apply(chain());
        Inference before = ShapeInference.infer(broken);
        Edit elsewhere = new Edit.SetParameter("n3", "padding", 2);
        assertEquals(Set.of("n3", "n4"), anew(before, after(before, elsewhere.apply(broken))));
    }

    @Test
    void afterAnyEditsTheResultIsThatOfInferringTheWhole() {
        Set<String> problems = new TreeSet<>();
        for (int seed = 0; seed < WALKS; seed++) {
            Random random = new Random(seed);
            Document document = beginning();
            Inference present = ShapeInference.infer(document);
            for (int i = 0; i < EDITS; i++) {
                Edit edit = edit(document, random, i);
                document = edit.apply(document);
                present = after(present, document);
                Inference whole = ShapeInference.infer(document);
                assertEquals(whole, present, () -> "after " + edit);
                whole.findings()
                        .forEach(finding -> problems.add(finding.problem().key()));
            }
        }
        assertTrue(
                problems.containsAll(List.of("cycle", "input.missing", "input.second", "share.shapes", "name.taken")),
                problems::toString);
    }

    private static Document beginning() {
        Net inside = new Net()
                .add("conv", Net.layer("Conv2d", Map.of("out_channels", 4, "kernel_size", 3, "padding", 1)))
                .then("act", Net.layer("ReLU", Map.of()));
        return new Net()
                .define("Stage", inside, "conv", "act")
                .add("x", Net.input(4, 8, 8))
                .thenUse("stage", "Stage", 2)
                .add("a", layer(1))
                .add("b", layer(1))
                .add("c", layer(0), "x")
                .add("d", layer(2), "c", "c")
                .add("e", layer(1), "x")
                .sharing("f", layer(1), "e", "x")
                .document();
    }

    private static Layer layer(int kind) {
        return switch (kind % 6) {
            case 0 -> Net.layer("ReLU", Map.of());
            case 1 -> Net.layer("Conv2d", Map.of("out_channels", 4, "kernel_size", 3, "padding", 1));
            case 2 -> Net.layer("Add", Map.of());
            case 3 -> Net.layer("Flatten", Map.of());
            case 4 -> Net.layer("Linear", Map.of("out_features", 5));
            default -> Net.layer("MaxPool2d", Map.of("kernel_size", 2));
        };
    }

    private static Edit edit(Document document, Random random, int number) {
        List<Block> blocks = new ArrayList<>(document.graph().blocks());
        List<Link> links = new ArrayList<>(document.graph().links());
        Block one = blocks.get(random.nextInt(blocks.size()));
        Block other = blocks.get(random.nextInt(blocks.size()));
        switch (random.nextInt(12)) {
            case 0, 1 -> {
                return new Edit.AddBlock(
                        Block.of("i" + number, "n" + number, new Content.Of(layer(random.nextInt(6)))),
                        Position.ORIGIN);
            }
            case 2, 3, 4, 5 -> {
                List<String> ports = inputs(other);
                return ports.isEmpty()
                        ? new Edit.SetNotes("")
                        : new Edit.Connect(new Link(
                                new PortRef(one.id(), output(one)),
                                new PortRef(other.id(), ports.get(random.nextInt(Math.min(2, ports.size()))))));
            }
            case 6, 7 -> {
                return links.isEmpty()
                        ? new Edit.SetNotes("")
                        : new Edit.Disconnect(links.get(random.nextInt(links.size())));
            }
            case 8 -> {
                boolean few =
                        blocks.size() < 14 || one.id().equals("x") || one.id().equals("stage");
                return few ? new Edit.Rename(other.id(), one.name()) : new Edit.Remove(Set.of(one.id()), Set.of());
            }
            case 9 -> {
                List<String> owners = blocks.stream()
                        .filter(block ->
                                block.content().label().equals(one.content().label()))
                        .map(Block::id)
                        .toList();
                String owner = random.nextInt(4) == 0 ? other.id() : owners.get(random.nextInt(owners.size()));
                return new Edit.ShareWeights(one.id(), random.nextBoolean() ? Optional.of(owner) : Optional.empty());
            }
            case 10 -> {
                return new Edit.Rename(one.id(), "r" + number);
            }
            default -> {
                return parameter(one, random);
            }
        }
    }

    private static Edit parameter(Block block, Random random) {
        String type = block.content() instanceof Content.Of of ? of.layer().type() : "";
        return switch (type) {
            case "Conv2d" -> new Edit.SetParameter(block.id(), "out_channels", 2 + random.nextInt(4));
            case "Linear" -> new Edit.SetParameter(block.id(), "out_features", 2 + random.nextInt(4));
            case "MaxPool2d" -> new Edit.SetParameter(block.id(), "kernel_size", 1 + random.nextInt(9));
            default -> new Edit.SetNotes("");
        };
    }

    private static List<String> inputs(Block block) {
        return block.content() instanceof Content.Of of
                ? of.layer().inputs().stream().map(Port::name).toList()
                : List.of("in");
    }

    private static String output(Block block) {
        return block.content() instanceof Content.Of of ? of.layer().outputs().get(0) : "out";
    }

    private static Inference after(Inference before, Document document) {
        return ShapeInference.infer(Expansion.of(document), Optional.of(before));
    }

    /** The paths whose states are not the very objects of the inference before. */
    private static Set<String> anew(Inference before, Inference after) {
        Set<String> anew = new TreeSet<>();
        after.states().forEach((path, state) -> {
            if (state != before.states().get(path)) {
                anew.add(path);
            }
        });
        return anew;
    }
}
