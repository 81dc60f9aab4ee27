package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Document;
import jimu.engine.io.FileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    @TempDir
    private Path folder;

    @Test
    void allNumbersComeBackBitByBitAndThoseThatAreNoneToo() throws Exception {
        List<Double> losses =
                List.of(0.1, 1.0 / 3, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0);
        List<Double> scores = List.of(Double.MIN_VALUE, Math.nextUp(1.0));

        Checkpoint.write(folder, Document.EMPTY, Preprocessing.NONE, state(losses, scores));

        TrainState read = Checkpoint.in(folder).read().state();
        assertEquals(losses, read.losses());
        assertEquals(scores, read.scores());
        assertEquals(List.of(2.5), read.sums());
        assertEquals(7, read.step());
        assertTrue(read.best().isEmpty());
    }

    @Test
    void theStateIsJsonThatAPersonCanRead() throws Exception {
        Checkpoint.write(folder, Document.EMPTY, Preprocessing.NONE, state(List.of(0.5, Double.NaN), List.of()));

        String text = Files.readString(folder.resolve("state.json"));
        assertTrue(text.contains("\"losses\" : [ 0.5, \"NaN\" ]"), text);
        assertEquals("Adam", new ObjectMapper().readTree(text).path("optimizer").asText());
    }

    @Test
    void whatIsNoStateIsRefusedInASentence() throws Exception {
        for (String text : List.of(
                "", "[]", "{\"format\": 1, \"losses\": [0.5", "{\"losses\": [[1]]}", "{\"losses\": [{}]}", "{}")) {
            Files.writeString(folder.resolve("state.json"), text);
            String message = assertThrows(FileException.class, () -> Checkpoint.in(folder))
                    .getMessage();
            assertTrue(String.valueOf(message).contains("state.json"), text);
        }
    }

    private static TrainState state(List<Double> losses, List<Double> scores) {
        return new TrainState(
                7,
                3,
                1,
                4,
                4,
                List.of(2.5),
                6,
                losses,
                scores,
                Optional.empty(),
                Optional.empty(),
                1.5,
                "Adam",
                StoredArrays.NONE,
                StoredArrays.NONE);
    }
}
