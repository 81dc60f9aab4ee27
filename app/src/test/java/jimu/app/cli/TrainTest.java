package jimu.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jimu.app.session.Iris;
import jimu.engine.graph.CheckpointPlan;
import jimu.engine.graph.Choice;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.Document;
import jimu.engine.graph.EarlyStopping;
import jimu.engine.graph.FinalWeights;
import jimu.engine.graph.Interval;
import jimu.engine.graph.Monitor;
import jimu.engine.graph.Shuffle;
import jimu.engine.graph.TargetKind;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.graph.Validation;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.WeightFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path iris;
    private Path run;

    @BeforeEach
    void save() throws Exception {
        iris = saved(Iris.DOCUMENT);
        run = folder.resolve("run");
    }

    @Test
    void peopleReadARowForEachEpochAndTheTest() {
        Said said = Said.to("train", iris, "--epochs", 3, "--run", run);
        List<String> lines = said.outLines();
        assertEquals(0, said.exit());
        assertEquals("iris: 67 parameters, Adam (lr 0.01), batches of 16, seed 1", lines.get(0));
        assertEquals("iris.csv: 108 samples to train on, 12 for validation, 30 for the test", lines.get(1));
        assertTrue(
                lines.get(2).matches("Memory: .* \\(parameters .*, optimiser .*, data .*\\); a copy .*"), lines.get(2));
        assertEquals("", lines.get(3));
        assertEquals("Epoch                         Loss   Accuracy  Val. loss  Val. acc.       Time", lines.get(4));
        for (int epoch = 1; epoch <= 3; epoch++) {
            String row = lines.get(4 + epoch);
            String number = " +[0-9.]+";
            String share = number + " %";
            assertTrue(row.matches("  " + epoch + "/3  ━{16}" + number + share + number + share + number + " s"), row);
        }
        assertTrue(lines.get(8).matches("Best on the validation part: loss [0-9.]+, after epoch [123]"), lines.get(8));
        assertTrue(lines.get(9).matches("Test: loss [0-9.]+, accuracy [0-9.]+ %, after [0-9.]+ s"), lines.get(9));
        assertEquals("Weights and metrics: " + run, lines.get(10));
        assertEquals("", said.err());
    }

    @Test
    void programsReadAnObjectALine() throws Exception {
        List<JsonNode> events = events("train", iris, "--epochs", 2, "--run", run, "--json").stream()
                .filter(event -> !event.path("event").asText().equals("best"))
                .toList();
        assertEquals(
                List.of("started", "epoch", "epoch", "finished"),
                events.stream().map(event -> event.path("event").asText()).toList());
        assertTrue(events.get(2).path("validation_accuracy").isNumber());
        JsonNode last = events.get(3);
        assertTrue(last.path("test_accuracy").isNumber(), last.toString());
        assertFalse(last.path("stopped").asBoolean());
        assertEquals(
                run.resolve("weights.safetensors").toString(),
                last.path("weights").asText());
    }

    @Test
    void aTrainingThatDivergesNamesTheLayerTheSamplesAndTheCure() throws Exception {
        Path wild = saved(Iris.DOCUMENT.withTraining(
                Iris.DOCUMENT.training().withOptimizer(new Choice("SGD", Map.of("lr", 1e30)))));
        Said said = Said.to("train", wild, "--epochs", 3, "--run", run);
        String told = said.outLines().stream()
                .filter(line -> line.startsWith("Linear"))
                .findFirst()
                .orElse("");
        assertEquals(2, said.exit());
        assertTrue(
                told.matches("Linear \"fc\\d\" is the first whose output is no finite number: .*learning rate.*"),
                told);
        assertTrue(said.err().contains("no finite number"), said.err());
    }

    @Test
    void flagsSayHowToTrain() throws Exception {
        Said said = Said.to(
                "train",
                iris,
                "--epochs",
                9,
                "--optimizer",
                "sgd,momentum=0.5,nesterov=true",
                "--lr",
                0.05,
                "--schedule",
                "MultiStepLR,milestones=2,4,gamma=0.5",
                "--clipping",
                "ClipGradNorm,max_norm=2",
                "--validate-every",
                "5steps",
                "--monitor",
                "metric",
                "--patience",
                2,
                "--min-delta",
                5,
                "--final-weights",
                "best",
                "--no-shuffle",
                "--checkpoint-every",
                "10minutes",
                "--keep-checkpoints",
                2,
                "--run",
                run);
        assertEquals(0, said.exit(), said.err());
        Document kept = DocumentFile.open(run.resolve("document.jimu"));
        assertEquals(
                new TrainingSettings(
                                9,
                                16,
                                new Choice("SGD", Map.of("momentum", 0.5, "nesterov", true, "lr", 0.05)),
                                Iris.DOCUMENT.training().seed())
                        .withSchedule(Optional.of(
                                new Choice("MultiStepLR", Map.of("milestones", List.of(2L, 4L), "gamma", 0.5))))
                        .withClipping(Optional.of(new Choice("ClipGradNorm", Map.of("max_norm", 2.0))))
                        .withShuffle(Shuffle.NEVER)
                        .withValidation(new Validation(
                                Interval.steps(5),
                                Monitor.METRIC,
                                Optional.of(new EarlyStopping(2, 5)),
                                FinalWeights.BEST))
                        .withCheckpoints(new CheckpointPlan(Optional.of(Interval.minutes(10)), 2)),
                kept.training());
        assertTrue(
                said.outLines().stream().anyMatch(line -> line.startsWith("Stopped early after step 15")),
                said::toString);
    }

    @Test
    void flagsThatCannotBeAreRefusedInASentence() {
        assertEquals(
                "There is no \"Lion\"; there are SGD, Adam, AdamW, Adagrad, RMSprop, NAdam, Adadelta, Adamax, RAdam.",
                Said.to("train", iris, "--optimizer", "Lion").err().strip());
        assertEquals(
                "SGD has no \"beta\"; it has lr, momentum, dampening, weight_decay, nesterov.",
                Said.to("train", iris, "--optimizer", "SGD,beta=1").err().strip());
        assertTrue(Said.to("train", iris, "--validate-every", "3weeks").err().contains("3weeks"));
        assertTrue(Said.to("train", iris, "--min-delta", 1).err().contains("--patience"));
    }

    @Test
    void whatIsLearntReachesTheTest() throws Exception {
        List<JsonNode> events = events("train", iris, "--run", run, "--json");
        double accuracy = events.get(events.size() - 1).path("test_accuracy").asDouble();
        assertTrue(accuracy >= 0.9, "accuracy " + accuracy);
    }

    @Test
    void theRunFolderHoldsSettingsMetricsAndWeights() throws Exception {
        Said.to("train", iris, "--epochs", 2, "--batch-size", 50, "--seed", 7, "--run", run);
        JsonNode settings = JSON.readTree(run.resolve("settings.json").toFile());
        assertEquals(2, settings.path("epochs").asInt());
        assertEquals(50, settings.path("batch_size").asInt());
        assertEquals(7, settings.path("seed").asInt());
        List<String> metrics = Files.readAllLines(run.resolve("metrics.jsonl"));
        assertEquals(
                6, metrics.stream().filter(line -> line.contains("\"step\",")).count());
        WeightFile weights = WeightFile.read(run.resolve("weights.safetensors"));
        assertTrue(weights.arrays().containsKey("fc2.weight"));
        assertTrue(weights.preprocessing().map("features").isPresent());
    }

    @Test
    void aLimitMakesEpochsShorter() throws Exception {
        List<JsonNode> events = events("train", iris, "--limit", 20, "--epochs", 1, "--run", run, "--json");
        assertEquals(2, events.get(0).path("steps_per_epoch").asInt());
        assertEquals(
                "iris.csv: 20 of 108 samples to train on, 12 for validation, 30 for the test",
                Said.to("train", iris, "--limit", 20, "--epochs", 1, "--run", run)
                        .outLines()
                        .get(1));
    }

    @Test
    void aValidationSetOfItsOwnTakesThePlaceOfTheShare() throws Exception {
        Path own = Files.writeString(
                folder.resolve("own.csv"),
                "sepal_length_cm,sepal_width_cm,petal_length_cm,petal_width_cm,species\n5,3,1,0.2,setosa\n");
        assertEquals(
                "iris.csv: 120 samples to train on, 1 for validation, 30 for the test",
                Said.to("train", iris, "--validation-data", own, "--epochs", 1, "--run", run)
                        .outLines()
                        .get(1)
                        .replaceFirst(", 1 .*? validation", ", 1 for validation"));
    }

    @Test
    void theSameSeedGivesTheSameWeights() throws Exception {
        Path again = folder.resolve("again");
        Said.to("train", iris, "--epochs", 2, "--run", run);
        Said.to("train", iris, "--epochs", 2, "--run", again);
        assertTrue(Arrays.equals(
                Files.readAllBytes(run.resolve("weights.safetensors")),
                Files.readAllBytes(again.resolve("weights.safetensors"))));
    }

    @Test
    void withoutAFolderTheRunLiesBesideTheDocument() throws Exception {
        Said.to("train", iris, "--epochs", 1);
        try (Stream<Path> runs = Files.list(folder.resolve("iris.runs"))) {
            assertEquals(
                    List.of(true),
                    runs.map(one -> Files.exists(one.resolve("weights.safetensors")))
                            .toList());
        }
    }

    @Test
    void aDocumentWithoutDataIsRefused() throws Exception {
        assertEquals(
                Said.refusal("No data is chosen yet; choose a toy problem, a folder with MNIST's files or a CSV file."),
                Said.to("train", saved(Iris.DOCUMENT.withData(DataSettings.NONE)), "--run", run));
        assertFalse(Files.exists(run));
    }

    @Test
    void missingDataAreNamed() throws Exception {
        Path gone = folder.resolve("gone.csv");
        DataSource source = new DataSource.CsvFile(gone.toString(), List.of(), "species", TargetKind.CLASS);
        assertEquals(
                Said.refusal("There is no file \"" + gone + "\"; choose the data again."),
                Said.to("train", saved(Iris.DOCUMENT.withData(DataSettings.NONE.withSource(source)))));
    }

    @Test
    void aNetworkWithoutALossIsRefused() throws Exception {
        assertEquals(
                Said.refusal("The network has no loss, so it can be checked and exported, but not trained."
                        + " Add a loss, such as CrossEntropyLoss, and connect the prediction and a Target to it."),
                Said.to("train", saved(Document.EMPTY.withData(Iris.DOCUMENT.data()))));
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() {
        assertEquals(
                Said.refusal("\"" + iris + "\" is a file, where a folder for the run is needed."),
                Said.to("train", iris, "--run", iris));
    }

    @Test
    void aFolderThatCannotBeMadeFailsWithASentence() throws Exception {
        Said said = Said.to("train", iris, "--run", iris.resolve("run"), "--json");
        assertEquals(2, said.exit());
        assertEquals("failed", JSON.readTree(said.out()).path("event").asText());
        assertEquals(1, said.err().lines().count());
    }

    @Test
    void epochsMustBeANumber() {
        assertEquals(
                Said.refusal("Invalid value for option '--epochs': a whole number from 1 to 2147483647 was expected and"
                        + " 'many' was found (see 'jimu train --help')"),
                Said.to("train", iris, "--epochs", "many"));
    }

    @Test
    void theSeedMustBeAWholeNumber() {
        assertEquals(
                Said.refusal("Invalid value for option '--seed': a whole number of at most 64 bits was expected and"
                        + " '1.5' was found (see 'jimu train --help')"),
                Said.to("train", iris, "--seed", "1.5"));
    }

    private static List<JsonNode> events(Object... arguments) {
        return Said.to(arguments).outLines().stream().map(TrainTest::parsed).toList();
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path saved(Document document) throws Exception {
        Path file = folder.resolve("iris.jimu");
        DocumentFile.save(file, document);
        return file;
    }
}
