package jimu.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import jimu.app.session.Iris;
import jimu.engine.data.DataLoader;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Document;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.WeightFile;
import jimu.engine.plan.WeightSnapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeAnUntrainedNetwork() throws Exception {
        DocumentFile.save(path("iris.jimu"), Iris.DOCUMENT);
        weights(Iris.DOCUMENT);
    }

    private void weights(Document document) throws Exception {
        WeightSnapshot weights = WeightSnapshot.initial(ShapeInference.infer(document), 1);
        Preprocessing fitted = DataLoader.load(Iris.DOCUMENT.data()).preprocessing();
        WeightFile.write(path("w.safetensors"), weights, fitted);
    }

    @Test
    void aReportHasFiguresOfEachClassAndTheWorstSamples() {
        Said said = evaluate();
        assertEquals(0, said.exit(), said.err());
        List<String> lines = said.outLines();
        assertEquals("iris: 30 samples of iris.csv (test)", lines.get(0));
        assertTrue(lines.get(1).startsWith("loss "), lines.get(1));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("Class ") && line.endsWith("Avg. precision")));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("setosa")));
        assertTrue(lines.contains("The samples with the highest losses:"));
    }

    @Test
    void asJsonTheConfusionMatrixHasAllSamples() throws Exception {
        Said said = evaluate("--json");
        JsonNode node = new ObjectMapper().readTree(said.out());
        assertEquals("test", node.get("data").asText());
        JsonNode loss = node.get("losses").get(0);
        assertEquals("classification", loss.get("kind").asText());
        int sum = 0;
        for (JsonNode row : loss.get("confusion")) {
            for (JsonNode count : row) {
                sum += count.asInt();
            }
        }
        assertEquals(30, sum);
        assertEquals(
                node.get("metrics").get("accuracy").asDouble(),
                loss.get("accuracy").asDouble());
        assertEquals(30, node.get("worst").size());
    }

    @Test
    void anotherPartIsEvaluated() throws Exception {
        Said said = evaluate("--data", "train", "--json");
        assertEquals(108, new ObjectMapper().readTree(said.out()).get("samples").asInt());
    }

    @Test
    void anUnknownPartIsRefused() {
        assertEquals(
                Said.refusal("There is no part \"tests\" of the data; there are train, validation, test."),
                evaluate("--data", "tests"));
    }

    @Test
    void aPartWithoutSamplesIsRefused() throws Exception {
        Document without = Iris.DOCUMENT.withData(Iris.DOCUMENT.data().withFractions(0, 0.2));
        DocumentFile.save(path("iris.jimu"), without);
        assertEquals(
                Said.refusal("The validation part of iris.csv has no samples; give it a share in the document's data"
                        + " settings, or choose another part with --data."),
                evaluate("--data", "validation"));
    }

    @Test
    void weightsOfAnotherNetworkAreRefusedInOneSentence() throws Exception {
        WeightFile.write(path("w.safetensors"), new WeightSnapshot(java.util.Map.of()), Preprocessing.NONE);
        Said said = evaluate();
        assertEquals(2, said.exit());
        assertEquals(1, said.err().lines().count());
        assertTrue(said.err().contains("fc1.weight"), said.err());
    }

    private Said evaluate(String... more) {
        Object[] arguments = new Object[4 + more.length];
        arguments[0] = "evaluate";
        arguments[1] = path("iris.jimu");
        arguments[2] = "--weights";
        arguments[3] = path("w.safetensors");
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Said.to(arguments);
    }

    private Path path(String name) {
        return folder.resolve(name);
    }
}
