package jimu.engine.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jimu.engine.Net;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Linear;
import org.junit.jupiter.api.Test;

class ExpansionTest {
    private static final Linear EIGHT = new Linear(Size.AUTO, 8, true);

    @Test
    void layersOfTheDocumentKeepTheirNames() {
        FlatGraph flat = Expansion.of(new Net()
                .add("x", Net.input(4))
                .then("fc", EIGHT)
                .then("relu", new ReLU())
                .document());
        assertEquals(List.of("x <", "fc < x", "relu < fc"), wires(flat));
        assertEquals(List.of(), flat.misplaced());
    }

    @Test
    void aDefinitionUsedOnceGivesItsNameToThePaths() {
        FlatGraph flat = Expansion.of(stage(1).document());
        assertEquals(List.of("x <", "stage.fc < x", "stage.relu < stage.fc", "out < stage.relu"), wires(flat));
        assertEquals(List.of("stage", "fc"), flat.require("stage.fc").blocks());
    }

    @Test
    void copiesFollowOneAnotherUnderTheirNumbers() {
        assertEquals(
                List.of(
                        "x <",
                        "stage.0.fc < x",
                        "stage.0.relu < stage.0.fc",
                        "stage.1.fc < stage.0.relu",
                        "stage.1.relu < stage.1.fc",
                        "stage.2.fc < stage.1.relu",
                        "stage.2.relu < stage.2.fc",
                        "out < stage.2.relu"),
                wires(Expansion.of(stage(3).document())));
    }

    @Test
    void eachCopyIsToldWithWhatGoesInAndComesOut() {
        Map<String, FlatGroup> groups = Expansion.of(stage(2).document()).groups();
        assertEquals(List.of("stage.0", "stage.1"), List.copyOf(groups.keySet()));
        FlatGroup last = Objects.requireNonNull(groups.get("stage.1"));
        assertEquals("stage", last.usePath());
        assertEquals(List.of("stage"), last.blocks());
        assertEquals(Map.of("in", List.of(new Endpoint("stage.0.relu", "output"))), last.inputs());
        assertEquals(Map.of("out", new Endpoint("stage.1.relu", "output")), last.outputs());
    }

    @Test
    void aChangedSettingGivesTheSameNetworkAnew() {
        Document before = stage(2).document();
        Document now = new Edit.SetParameter("out", "out_features", 9L).apply(before);
        FlatGraph flat = Expansion.of(before);
        FlatGraph next = Expansion.next(before, flat, now);
        assertEquals(Expansion.of(now), next);
        assertSame(flat.require("stage.0.fc"), next.require("stage.0.fc"));
    }

    @Test
    void changesOfOtherKindsAreFoundAnew() {
        Document before = stage(2).document();
        FlatGraph flat = Expansion.of(before);
        List<Edit> edits = List.of(
                new Edit.Rename("out", "fc"),
                new Edit.Rename("out", "no name"),
                new Edit.Remove(Set.of("x"), Set.of()),
                new Edit.SetUse("stage", "stage", 3),
                new Edit.Within("stage", new Edit.Rename("fc", "gc")));
        for (Edit edit : edits) {
            Document now = edit.apply(before);
            assertEquals(Expansion.of(now), Expansion.next(before, flat, now), edit.toString());
        }
    }

    @Test
    void definitionsStandWithinDefinitions() {
        Net pair = new Net().add("in", new ReLU()).thenUse("half", "half", 2);
        Net half = new Net().add("fc", EIGHT);
        FlatGraph flat = Expansion.of(new Net()
                .define("half", half, "fc", "fc")
                .define("pair", pair, "in", "half")
                .add("x", Net.input(4))
                .thenUse("p", "pair", 2)
                .document());
        assertEquals(
                List.of(
                        "x <",
                        "p.0.in < x",
                        "p.0.half.0.fc < p.0.in",
                        "p.0.half.1.fc < p.0.half.0.fc",
                        "p.1.in < p.0.half.1.fc",
                        "p.1.half.0.fc < p.1.in",
                        "p.1.half.1.fc < p.1.half.0.fc"),
                wires(flat));
        assertEquals(List.of("p", "half", "fc"), flat.require("p.1.half.0.fc").blocks());
    }

    @Test
    void anInputOfAGroupMayFeedSeveralPortsAndEachOutputShowsOne() {
        Net inside = new Net().add("a", new ReLU()).add("b", new ReLU());
        Definition both = new Definition(
                "both",
                inside.graph(),
                List.of(new Definition.Entry("in", List.of(new PortRef("a", "input"), new PortRef("b", "input")))),
                List.of(
                        new Definition.Exit("first", new PortRef("a", "output")),
                        new Definition.Exit("second", new PortRef("b", "output"))));
        Graph graph = Graph.of(
                List.of(
                        Block.of("x", "x", new Content.Of(Net.input(4))),
                        Block.of("g", "g", new Content.Use("both", 1)),
                        Block.of("r", "r", new Content.Of(new ReLU()))),
                List.of(Link.of("x", "output", "g", "in"), Link.of("g", "second", "r", "input")));
        Document empty = Document.EMPTY;
        Document document =
                new Document(graph, Map.of("both", both), Map.of(), empty.data(), empty.training(), empty.notes());
        assertEquals(List.of("x <", "g.a < x", "g.b < x", "r < g.b"), wires(Expansion.of(document)));
    }

    @Test
    void sharedWeightsArePathsWithinTheirScope() {
        Net inside = new Net().add("a", EIGHT).sharing("b", EIGHT, "a", "a");
        FlatGraph flat = Expansion.of(new Net()
                .define("twins", inside, "a", "b")
                .add("x", Net.input(8))
                .thenUse("t", "twins", 2)
                .document());
        assertEquals(Optional.of("t.1.a"), flat.require("t.1.b").sharesWeightsOf());
        assertEquals("t.0.a", flat.require("t.0.b").weightsPath());
        assertEquals("t.0.a", flat.require("t.0.a").weightsPath());
    }

    @Test
    void aNameTwiceGetsAPathOfItsOwnAndAProblem() {
        Graph graph = Graph.of(
                List.of(
                        Block.of("b1", "fc", new Content.Of(EIGHT)),
                        Block.of("b2", "fc", new Content.Of(EIGHT)),
                        Block.of("b3", "2nd", new Content.Of(EIGHT))),
                List.of());
        FlatGraph flat = Expansion.of(Document.EMPTY.withGraph(graph));
        assertEquals(List.of("fc", "fc#b2", "2nd"), List.copyOf(flat.blocks().keySet()));
        assertEquals(
                List.of("name.taken fc#b2", "name.identifier 2nd"),
                flat.misplaced().stream()
                        .map(wrong -> wrong.problem().key() + " " + wrong.path())
                        .toList());
    }

    @Test
    void groupsBeyondReasonAreAProblemAndNoEndlessWork() {
        Net net = new Net().define("d0", new Net().add("r", new ReLU()), "r", "r");
        for (int level = 1; level <= 40; level++) {
            Net inside = new Net().add("r", new ReLU()).thenUse("u", "d" + (level - 1), 2);
            net.define("d" + level, inside, "r", "u");
        }
        FlatGraph flat =
                Expansion.of(net.add("x", Net.input(4)).thenUse("top", "d40", 1).document());
        assertEquals(
                List.of("definition.deep"),
                flat.misplaced().stream()
                        .map(wrong -> wrong.problem().key())
                        .distinct()
                        .toList());
        assertTrue(flat.blocks().size() <= 100_000);
    }

    /** Each path with what feeds its inputs. */
    private static List<String> wires(FlatGraph flat) {
        List<String> wires = new ArrayList<>();
        for (FlatBlock block : flat.blocks().values()) {
            List<String> from = block.inputs().values().stream()
                    .flatMap(List::stream)
                    .map(Endpoint::path)
                    .toList();
            wires.add(block.path() + " <" + (from.isEmpty() ? "" : " " + String.join(", ", from)));
        }
        return wires;
    }

    private static Net stage(int repeat) {
        return new Net()
                .define("stage", new Net().add("fc", EIGHT).then("relu", new ReLU()), "fc", "relu")
                .add("x", Net.input(4))
                .thenUse("stage", "stage", repeat)
                .then("out", EIGHT);
    }
}
