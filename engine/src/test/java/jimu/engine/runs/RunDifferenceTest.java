package jimu.engine.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.Net;
import jimu.engine.graph.Block;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.layer.Size;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.activation.Tanh;
import jimu.engine.layer.core.Linear;
import org.junit.jupiter.api.Test;

class RunDifferenceTest {
    private static Net net(int width) {
        return new Net()
                .add("x", Net.input(4))
                .then("fc1", new Linear(Size.AUTO, width, true))
                .then("relu", new ReLU())
                .then("fc2", new Linear(Size.AUTO, 2, true));
    }

    private static List<String> changes(Document before, Document after) {
        return RunDifference.of(before, after).changes().stream()
                .map(Change::toString)
                .toList();
    }

    @Test
    void aDocumentDoesNotDifferFromItself() {
        assertTrue(RunDifference.of(net(8).document(), net(8).document()).isEmpty());
    }

    @Test
    void wherePlacesDifferNothingDoes() {
        Document document = net(8).document();
        assertTrue(RunDifference.of(document, document.withPositions(Map.of("fc1", new Position(3, 4))))
                .isEmpty());
    }

    @Test
    void aParameterIsToldWithBothValues() {
        assertEquals(List.of("~ fc1.out_features: 8 → 16"), changes(net(8).document(), net(16).document()));
    }

    @Test
    void aNewBlockComesWithItsLinks() {
        Net more = new Net()
                .add("x", Net.input(4))
                .then("fc1", new Linear(Size.AUTO, 8, true))
                .then("relu", new ReLU())
                .then("tanh", new Tanh())
                .then("fc2", new Linear(Size.AUTO, 2, true));
        assertEquals(
                List.of(
                        "+ tanh: Tanh",
                        "+ relu.output → tanh.input",
                        "+ tanh.output → fc2.input",
                        "− relu.output → fc2.input"),
                changes(net(8).document(), more.document()));
        assertEquals(
                List.of(
                        "− tanh: Tanh",
                        "+ relu.output → fc2.input",
                        "− relu.output → tanh.input",
                        "− tanh.output → fc2.input"),
                changes(more.document(), net(8).document()));
    }

    @Test
    void aRenamedBlockKeepsItsLinks() {
        Document before = net(8).document();
        Graph graph = before.graph().replace(before.graph().require("relu").withName("act"));
        assertEquals(List.of("~ relu: relu → act"), changes(before, before.withGraph(graph)));
    }

    @Test
    void aBlockOfAnotherKindUnderTheSameNameIsToldAsOne() {
        Document before = net(8).document();
        Graph graph = before.graph().replace(before.graph().require("relu").withContent(new Content.Of(new Tanh())));
        assertEquals(List.of("~ relu: ReLU → Tanh"), changes(before, before.withGraph(graph)));
    }

    @Test
    void blocksOfOtherIdsAreKnownByTheirNames() {
        Document before = net(8).document();
        List<Block> blocks = before.graph().blocks().stream()
                .map(block -> Block.of("n_" + block.id(), block.name(), block.content()))
                .toList();
        List<Link> links = before.graph().links().stream()
                .map(link -> Link.of(
                        "n_" + link.from().block(),
                        link.from().port(),
                        "n_" + link.to().block(),
                        link.to().port()))
                .toList();
        assertTrue(changes(before, before.withGraph(Graph.of(blocks, links))).isEmpty());
    }

    @Test
    void groupsAreComparedInside() {
        Document before = new Net()
                .define("stage", net(8), "fc1", "fc2")
                .add("x", Net.input(4))
                .thenUse("s", "stage", 1)
                .document();
        Document after = new Net()
                .define("stage", net(16), "fc1", "fc2")
                .add("x", Net.input(4))
                .thenUse("s", "stage", 3)
                .document();
        assertEquals(List.of("~ s.repeat: 1 → 3", "~ stage/fc1.out_features: 8 → 16"), changes(before, after));
    }

    @Test
    void settingsAreToldUnderTheirNamesInFiles() {
        Document before =
                net(8).document().withTraining(new TrainingSettings(5, 64, new Choice("Adam", Map.of("lr", 0.001)), 1));
        Document after = before.withTraining(before.training()
                .withEpochs(7)
                .withOptimizer(new Choice("SGD", Map.of("lr", 0.1, "momentum", 0.9)))
                .withSchedule(Optional.of(new Choice("StepLR", Map.of("step_size", 2L)))));
        List<String> changes = changes(before, after);
        assertTrue(
                changes.containsAll(List.of(
                        "~ epochs: 5 → 7",
                        "~ optimizer: Adam → SGD",
                        "~ optimizer.lr: 0.001 → 0.1",
                        "+ optimizer.momentum: 0.9",
                        "+ schedule: StepLR",
                        "+ schedule.step_size: 2")),
                changes::toString);
        assertEquals(6, changes.size());
    }
}
