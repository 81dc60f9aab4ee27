package jimu.engine.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jimu.engine.io.AtomicFile;
import jimu.engine.io.FileException;

/** Takes back what a run wrote into its {@code metrics.jsonl} after the step from which it is to go on. */
final class RunMetrics {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RunMetrics() {}

    /**
     * Leaves only what happened up to {@code step}, and of that no line that is not whole; a file that is missing stays so.
     *
     * @return what had come of the run until then
     */
    static RunResult cut(Path metrics, long step) throws FileException {
        if (!Files.exists(metrics)) {
            return RunResult.NONE;
        }
        RunResult[] result = {RunResult.NONE};
        TrainEventReader events = new TrainEventReader(event -> result[0] = result[0].after(event), reading -> {});
        AtomicFile.write(metrics, out -> {
            try (BufferedReader lines = Files.newBufferedReader(metrics)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (belongs(line, step)) {
                        events.read(line);
                        out.write(line.getBytes(StandardCharsets.UTF_8));
                        out.write('\n');
                    }
                }
            }
        });
        return result[0].withStatus(RunResult.Status.RUNNING);
    }

    private static boolean belongs(String line, long step) {
        try {
            JsonNode node = MAPPER.readTree(line);
            return node.isObject() && node.path("step").asLong() <= step;
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
