package jimu.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jimu.app.session.Iris;
import jimu.engine.io.DocumentFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path iris;

    @BeforeEach
    void save() throws Exception {
        iris = folder.resolve("iris.jimu");
        DocumentFile.save(
                iris, Iris.DOCUMENT.withTraining(Iris.DOCUMENT.training().withEpochs(3)));
    }

    private static List<JsonNode> events(Object... arguments) throws Exception {
        Said said = Said.to(arguments);
        assertEquals("", said.err());
        List<JsonNode> events = new ArrayList<>();
        for (String line : said.outLines()) {
            events.add(JSON.readTree(line));
        }
        return events;
    }

    @Test
    void peopleReadALineForEachVariantAndATableWithTheBestFirst() {
        Said said = Said.to("sweep", iris, "--set", "fc1.out_features=2,8", "--set", "lr=1e-6,0.05");
        assertEquals("", said.err());
        assertEquals(0, said.exit());
        List<String> lines = said.outLines();
        assertEquals("A grid of 4 runs: fc1.out_features 2,8; lr 1e-6,0.05", lines.get(0));
        assertTrue(
                lines.get(2).matches("1/4  fc1.out_features 2, optimizer.lr 1e-6: loss [0-9.]+, accuracy .* %, .* s"),
                lines.get(2));
        assertTrue(lines.get(7).matches(" *Run +fc1.out_features +optimizer.lr +Parameters .*"), lines.get(7));
        assertTrue(lines.get(9).matches(" *4 +8 +0.05 +67 +56 .*"), lines.get(9));
        Path kept = folder.resolve("iris.runs").resolve("sweep-0001");
        assertTrue(lines.get(14).startsWith("Results and runs: " + kept + " ("), lines.get(14));
        assertTrue(Files.exists(kept.resolve("0004").resolve("weights.safetensors")));
    }

    @Test
    void programsReadAnObjectALineAndASweepGoesOn() throws Exception {
        List<JsonNode> events =
                events("sweep", iris, "--set", "lr=log:1e-4..1e-1", "--random", 3, "--seed", 7, "--json");
        assertEquals(
                List.of("started", "variant", "variant", "variant", "finished"),
                events.stream().map(event -> event.path("event").asText()).toList());
        assertEquals(3, events.get(0).path("variants").asInt());
        assertEquals("finished", events.get(1).path("state").asText());
        assertTrue(
                events.get(1).at("/result/test_metric_value").isNumber(),
                events.get(1).toString());
        String kept = events.get(4).path("folder").asText();
        List<JsonNode> again = events("sweep", iris, "--resume", kept, "--json");
        assertEquals(events.subList(0, 4), again.subList(0, 4));
    }

    @Test
    void whatIsImpossibleIsSkippedAndTold() {
        Said said = Said.to("sweep", iris, "--set", "fc2.in_features=8,9", "--max-runs", 2);
        assertEquals(0, said.exit());
        assertTrue(
                said.outLines().get(3).startsWith("2/2  fc2.in_features 9: "),
                said.outLines().get(3));
        assertTrue(said.out().contains("impossible"), said.out());
    }

    @Test
    void mistakesAreAnsweredInASentence() {
        assertEquals(
                Said.refusal("Say with --set what to vary, such as --set lr=log:1e-4..1e-1:5."),
                Said.to("sweep", iris));
        assertEquals(
                Said.refusal("\"lr\" sets nothing; write NAME=VALUES, such as lr=0.1,0.01."),
                Said.to("sweep", iris, "--set", "lr"));
        assertEquals(
                Said.refusal("fc1.out_features cannot be a: Linear: out_features must be a whole number, but is a."),
                Said.to("sweep", iris, "--set", "fc1.out_features=4,a"));
        assertEquals(
                Said.refusal("There is no parameter fc1.size to sweep; there are fc1.in_features, fc1.out_features, "
                        + "fc1.bias."),
                Said.to("sweep", iris, "--set", "fc1.size=4"));
        assertTrue(Said.to("sweep", iris, "--set", "lr=1", "--max-time", "soon")
                .err()
                .contains("\"soon\" is no time span; write it as 90s, 10m or 1h30m."));
    }
}
