package jimu.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jimu.app.session.Iris;
import jimu.app.session.Nets;
import jimu.engine.graph.Document;
import jimu.engine.io.DocumentFile;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    private static final String ORIGIN = "4 = size of the field \"features\", from Input \"x\".";
    private static final String PINNED = "Linear \"fc\" is pinned to 5 input features and gets 4 (N × 4). " + ORIGIN;
    private static final String CURE =
            "Let in_features follow the input, or change the blocks before it until 5 features arrive.";
    private static final String NO_LOSS =
            "The network has no loss, so it can be checked and exported, but not trained.";

    @TempDir
    private Path folder;

    @Test
    void aSoundNetworkHasNoProblems() throws Exception {
        Said said = Said.to("check", saved(Iris.DOCUMENT));
        assertEquals(0, said.exit());
        assertEquals("No problems", said.outLines().get(0));
    }

    @Test
    void theMemoryThatTrainingTakesStandsBelow() throws Exception {
        String line = Said.to("check", saved(Iris.DOCUMENT)).outLines().get(1);
        assertTrue(
                line.startsWith("Training in batches of 16. Memory: ")
                        && line.contains(
                                "(parameters 512 B, a copy of the best 512 B, gradients 448 B, optimiser 896 B, "),
                line);
    }

    @Test
    void jsonHoldsTheMemoryByParts() throws Exception {
        JsonNode memory = new ObjectMapper()
                .readTree(Said.to("check", saved(Iris.DOCUMENT), "--json").out())
                .path("memory");
        long sum = Stream.of("parameters", "best", "gradients", "optimizer", "values", "scratch", "data")
                .mapToLong(part -> memory.path(part).asLong())
                .sum();
        assertEquals(sum, memory.path("total").asLong());
        assertTrue(memory.path("values").asLong() > 0 && memory.path("data").asLong() > 0, memory::toString);
        assertEquals(16, memory.path("batch").asInt());
    }

    @Test
    void aModelThatDoesNotFitIsToldSoWithTheFigures() throws Exception {
        Path large = saved(twoLinears(20_000, 100_000));
        List<String> lines = Said.to("check", large).outLines();
        assertTrue(lines.get(lines.size() - 1).startsWith("Training needs "), lines::toString);
        JsonNode memory = new ObjectMapper()
                .readTree(Said.to("check", large, "--json").out())
                .path("memory");
        assertFalse(memory.path("fits").asBoolean());
    }

    @Test
    void whatCannotEvenBeBoundIsToldTooAndStopsNoCheck() throws Exception {
        Said said = Said.to("check", saved(twoLinears(4, 140_000_000)));
        assertEquals(0, said.exit());
        assertTrue(said.outLines().get(1).startsWith("One tensor alone would take "), said.out());
    }

    private static Document twoLinears(int between, int classes) {
        return Nets.net()
                .block("x", new Input("x", List.of(400), 0, DType.FLOAT32))
                .block("narrow", new Linear(Size.AUTO, between, true))
                .block("fc", new Linear(Size.AUTO, classes, true))
                .block("loss", new CrossEntropyLoss())
                .block("y", new Target("y", List.of(), 0, DType.INT32), 750, 300)
                .chain("x", "narrow", "fc", "loss")
                .wire("y", "loss", "target")
                .document();
    }

    @Test
    void problemsStandOneALineWithTheirCures() throws Exception {
        assertEquals(
                Said.lines(
                        1,
                        "shape: " + PINNED + " " + CURE,
                        "cannot train: " + NO_LOSS
                                + " Add a loss, such as CrossEntropyLoss, and connect the prediction and a Target to it."),
                Said.to("check", saved(net(new Size(5)))));
    }

    @Test
    void whatMerelyCannotBeTrainedIsNoFailure() throws Exception {
        assertEquals(0, Said.to("check", saved(net(Size.AUTO))).exit());
    }

    @Test
    void jsonHoldsThePartsOfEachProblem() throws Exception {
        Said said = Said.to("check", saved(net(new Size(5))), "--json");
        JsonNode problem =
                new ObjectMapper().readTree(said.out()).path("problems").path(0);
        assertEquals(1, said.exit());
        assertEquals("shape", problem.path("severity").asText());
        assertEquals("linear.pinned", problem.path("key").asText());
        assertEquals("fc", problem.path("path").asText());
        assertEquals("5", problem.path("expected").asText());
        assertEquals("4", problem.path("found").asText());
        assertEquals(PINNED, problem.path("message").asText());
        assertEquals(ORIGIN, problem.path("origin").asText());
        assertEquals(CURE, problem.path("cure").asText());
    }

    @Test
    void whatIsNoDocumentIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("list.jimu"), "[]");
        Said said = Said.to("check", file);
        assertEquals(2, said.exit());
        assertEquals(1, said.err().lines().count());
        assertEquals("", said.out());
    }

    private static Document net(Size features) {
        return Nets.net()
                .block("x", new Input("features", List.of(4), 0, DType.FLOAT32))
                .block("fc", new Linear(features, 3, true))
                .chain("x", "fc")
                .document();
    }

    private Path saved(Document document) throws Exception {
        Path file = folder.resolve("model.jimu");
        DocumentFile.save(file, document);
        return file;
    }
}
