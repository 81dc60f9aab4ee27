package jimu.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import jimu.app.session.Iris;
import jimu.engine.graph.DataSettings;
import jimu.engine.io.DocumentFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
    @TempDir
    private Path folder;

    private Path iris;

    @BeforeEach
    void save() throws Exception {
        iris = Iris.savedIn(folder);
    }

    @Test
    void peopleReadTheLongestFirst() {
        Said said = Said.to("profile", iris);
        List<String> lines = said.outLines();
        assertEquals(0, said.exit());
        assertTrue(lines.get(1).matches("Longest: [a-z0-9]+ \\([0-9.]+ ms, [0-9.]+ %\\), .*"), lines.get(1));
        assertTrue(
                lines.get(3).matches("Name +Type +Time +Share +Forward +Backward +Reorders +Step memory"),
                lines.get(3));
        assertEquals(
                6,
                lines.stream()
                        .filter(line -> line.matches(".* [0-9.]+ % .*B( .*)?"))
                        .count());
    }

    @Test
    void programsReadMillisecondsAndBytesInTheOrderOfComputing() throws Exception {
        Said said = Said.to("profile", iris, "--batch-size", 8, "--json");
        JsonNode node = new ObjectMapper().readTree(said.out());
        assertEquals(8, node.path("batch_size").asInt());
        assertEquals(6, node.path("layers").size());
        JsonNode fc1 = node.path("layers").get(1);
        assertEquals("fc1", fc1.path("name").asText());
        assertEquals(4 * 40 * 4, fc1.path("weight_bytes").asInt());
        assertTrue(fc1.path("forward_ms").asDouble() > 0);
    }

    @Test
    void withoutDataItSaysWhatIsMissing() throws Exception {
        DocumentFile.save(iris, Iris.DOCUMENT.withData(DataSettings.NONE));
        Said said = Said.to("profile", iris);
        assertEquals(2, said.exit());
        assertTrue(said.err().contains("data"), said.err());
    }
}
