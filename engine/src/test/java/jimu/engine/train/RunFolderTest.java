package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import jimu.engine.Net;
import jimu.engine.data.DataException;
import jimu.engine.data.DataLoader;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.Document;
import jimu.engine.graph.TargetKind;
import jimu.engine.io.FileException;
import jimu.engine.io.WeightFile;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final Path IRIS =
            Path.of("../samples/datasets/iris/iris.csv").toAbsolutePath();

    @TempDir
    Path temporary;

    private record Result(TrainEvent last, WeightSnapshot weights, LoadedData data) {}

    @Test
    void aRunLeavesItsDocumentSettingsMetricsResultWeightsAndACheckpoint() throws Exception {
        Path folder = temporary.resolve("new/run");
        Result result = train(folder);
        assertEquals(
                List.of(
                        "best.safetensors",
                        "checkpoints",
                        "document.jimu",
                        "environment.json",
                        "metrics.jsonl",
                        "result.json",
                        "settings.json",
                        "weights.safetensors"),
                names(folder));
        WeightFile kept = WeightFile.read(folder.resolve("weights.safetensors"));
        assertEquals(result.data().preprocessing(), kept.preprocessing());
        assertEquals(result.weights().arrays().keySet(), kept.arrays().keySet());
        List<String> lines = Files.readAllLines(folder.resolve("metrics.jsonl"));
        assertEquals(
                List.of("started", "step", "step", "epoch", "best", "finished"),
                lines.stream()
                        .map(line -> line.replaceFirst("\\{\"event\":\"(\\w+)\".*", "$1"))
                        .toList());
    }

    @Test
    void settingsCanBeReadWithoutJimu() throws Exception {
        train(temporary);
        assertEquals(
                new ObjectMapper().readTree("""
                        {"epochs": 1, "batch_size": 54, "optimizer": "Adam", "optimizer_args": {"lr": 0.001}, "seed": 1}
                        """),
                new ObjectMapper().readTree(Files.readString(temporary.resolve("settings.json"))));
    }

    @Test
    void theWeightsOfLossesStandUnderTheirNames() throws Exception {
        Document document = network();
        train(
                temporary,
                document.withTraining(document.training()
                        .withLossWeights(Map.of(
                                document.graph().block("loss").orElseThrow().id(), 0.5))));
        assertEquals(
                new ObjectMapper().readTree("{\"loss\": 0.5}"),
                new ObjectMapper()
                        .readTree(Files.readString(temporary.resolve("settings.json")))
                        .get("loss_weights"));
    }

    @Test
    void anEarlierRunsMetricsAreReplaced() throws Exception {
        train(temporary);
        train(temporary);
        assertEquals(6, Files.readAllLines(temporary.resolve("metrics.jsonl")).size());
    }

    @Test
    void theLastCheckpointHoldsWhatTheOptimiserRemembers() throws Exception {
        train(temporary);
        Checkpoint checkpoint = new Checkpoints(temporary).list().get(0);
        assertEquals(2, checkpoint.step());
        assertEquals(
                List.of("state.0.fc.weight", "state.0.fc.bias", "state.1.fc.weight", "state.1.fc.bias"),
                List.copyOf(checkpoint.read().state().memory().names()));
    }

    @Test
    void whatCameOfARunCanBeReadWithoutJimu() throws Exception {
        train(temporary);
        JsonNode result = new ObjectMapper().readTree(Files.readString(temporary.resolve("result.json")));
        assertEquals("finished", result.get("status").asText());
        assertEquals(2, result.get("step").asLong());
        assertEquals("accuracy", result.get("metric").asText());
    }

    @Test
    void aFolderThatCannotBeMadeIsNamedInTheFailure() throws Exception {
        Path file = Files.writeString(temporary.resolve("taken"), "a file");
        TrainEvent last = train(file.resolve("run")).last();
        assertTrue(last instanceof TrainEvent.Failed, last::toString);
        String message = ((TrainEvent.Failed) last).message();
        assertTrue(message.startsWith("\"" + file.resolve("run") + "\" cannot be written"), message);
        assertEquals("a file", Files.readString(file));
    }

    @Test
    void weightsAreKeptWhereMetricsCannotBe() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("run"));
        Files.createDirectories(folder.resolve("metrics.jsonl/occupied"));
        Result result = train(folder);
        String message = ((TrainEvent.Failed) result.last()).message();
        assertTrue(message.contains("cannot be written"), message);
        assertEquals(
                result.weights().arrays().keySet(),
                WeightFile.read(folder.resolve("weights.safetensors")).arrays().keySet());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** One epoch of two steps. */
    private static Result train(Path folder) throws DataException, TrainingException, FileException {
        return train(folder, network());
    }

    private static Document network() {
        Document network = new Net()
                .add("features", new Input("features", List.of(4), 0, DType.FLOAT32))
                .then("fc", new Linear(Size.AUTO, 3, true))
                .add("label", new Target("label", List.of(), 0, DType.INT32))
                .add("loss", new CrossEntropyLoss(), "fc", "label")
                .document();
        DataSource source = new DataSource.CsvFile(IRIS.toString(), List.of(), "species", TargetKind.CLASS);
        return network.withData(DataSettings.NONE.withSource(source))
                .withTraining(network.training().withEpochs(1).withBatchSize(54));
    }

    private static Result train(Path folder, Document document) throws DataException, TrainingException, FileException {
        LoadedData data = DataLoader.load(document.data());
        TrainOptions options = new TrainOptions(
                Backends.all(), Optional.empty(), OptionalInt.empty(), Optional.of(new RunFolder(folder)));
        Run run = Trainer.start(document, data, options);
        WeightSnapshot weights = run.await();
        TrainEvent[] last = new TrainEvent[1];
        run.drainEvents(event -> last[0] = event);
        return new Result(last[0], weights, data);
    }
}
