package jimu.engine.train;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.io.AtomicFile;
import jimu.engine.io.FileException;
import jimu.engine.io.NumberArray;
import jimu.engine.io.Safetensors;
import jimu.engine.io.WeightFile;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/**
 * What a run leaves on disk, readable without Jimu: {@code settings.json}, {@code metrics.jsonl} with a line for each event and
 * step, {@code weights.safetensors} and {@code optimizer.safetensors}.
 *
 * <p>One run writes to it; nobody else does meanwhile.
 */
public final class RunFolder {
    private final Path folder;
    private long stepsWritten;
    private Optional<String> metric = Optional.empty();

    /** A folder, made when the run begins. Files of an earlier run in it are replaced. */
    public RunFolder(Path folder) {
        this.folder = folder;
    }

    /** Where the weights lie. */
    public Path weights() {
        return folder.resolve("weights.safetensors");
    }

    void begin(Document document) throws FileException {
        TrainingSettings settings = document.training();
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(metrics());
        } catch (IOException e) {
            throw FileException.writing(folder, e);
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("epochs", settings.epochs()).put("batch_size", settings.batchSize());
        put(node, "optimizer", settings.optimizer());
        settings.schedule().ifPresent(schedule -> put(node, "schedule", schedule));
        settings.clipping().ifPresent(clipping -> put(node, "clipping", clipping));
        node.put("seed", settings.seed());
        if (!settings.lossWeights().isEmpty()) {
            ObjectNode weights = node.putObject("loss_weights");
            document.graph().blocks().stream()
                    .filter(block -> settings.lossWeights().containsKey(block.id()))
                    .forEach(block ->
                            weights.put(block.name(), settings.lossWeights().get(block.id())));
        }
        byte[] text = node.toPrettyString().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(folder.resolve("settings.json"), out -> out.write(text));
    }

    private static void put(ObjectNode node, String name, Choice choice) {
        node.put(name, choice.type()).putPOJO(name + "_args", choice.arguments());
    }

    /** Adds the steps since the last call, then the event. */
    void append(TrainEvent event, StepRing ring) throws FileException {
        if (event instanceof TrainEvent.Started started) {
            metric = started.metric();
        }
        try (BufferedWriter out = Files.newBufferedWriter(
                metrics(), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            StringBuilder lines = new StringBuilder();
            stepsWritten = ring.drain(
                    stepsWritten,
                    reading -> lines.append(TrainEventJson.of(reading, metric)).append('\n'));
            out.append(lines).append(TrainEventJson.of(event, metric).toString());
            out.append('\n');
        } catch (IOException e) {
            throw FileException.writing(metrics(), e);
        }
    }

    void keep(WeightSnapshot weights, Preprocessing preprocessing) throws FileException {
        WeightFile.write(weights(), weights, preprocessing);
    }

    /** Keeps what the optimiser remembers, in the places of the flat weights, with the number of the last step. */
    void keep(Tensor[] states, long step) throws FileException {
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        for (int i = 0; i < states.length; i++) {
            arrays.put("state." + i, NumberArray.of(TensorShape.of(states[i].length()), states[i]));
        }
        String resume = JsonNodeFactory.instance.objectNode().put("step", step).toString();
        Safetensors.write(folder.resolve("optimizer.safetensors"), Map.of("jimu.resume", resume), arrays);
    }

    private Path metrics() {
        return folder.resolve("metrics.jsonl");
    }
}
