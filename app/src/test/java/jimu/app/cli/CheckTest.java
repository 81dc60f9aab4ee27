package jimu.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jimu.app.session.Iris;
import jimu.app.session.Nets;
import jimu.engine.graph.Document;
import jimu.engine.io.DocumentFile;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
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
        assertEquals(Said.lines(0, "No problems"), Said.to("check", saved(Iris.DOCUMENT)));
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
