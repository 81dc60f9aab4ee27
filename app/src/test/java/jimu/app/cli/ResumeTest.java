package jimu.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jimu.app.Main;
import jimu.app.session.Iris;
import jimu.app.session.Nets;
import jimu.engine.graph.CheckpointPlan;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.graph.Interval;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.io.DocumentFile;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.layer.norm.BatchNorm1d;
import jimu.engine.layer.norm.Dropout;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
    private static final int EPOCHS = 10;

    @TempDir
    private Path folder;

    private Path file;
    private Path runs;

    @BeforeEach
    void save() throws Exception {
        file = folder.resolve("iris.jimu");
        runs = folder.resolve("iris.runs");
        DocumentFile.save(file, document());
    }

    private static Document document() {
        return Nets.net()
                .block("features", new Input("features", List.of(4), 0, DType.FLOAT32))
                .block("fc1", new Linear(Size.AUTO, 8, true))
                .block("norm", new BatchNorm1d())
                .block("drop", new Dropout(0.25))
                .block("fc2", new Linear(Size.AUTO, 3, true))
                .block("loss", new CrossEntropyLoss())
                .block("label", new Target("label", List.of(), 0, DType.INT32), 750, 300)
                .chain("features", "fc1", "norm", "drop", "fc2", "loss")
                .wire("label", "loss", "target")
                .document()
                .withData(Iris.DOCUMENT.data())
                .withTraining(new TrainingSettings(EPOCHS, 2, Choice.of("Adam"), 5)
                        .withCheckpoints(new CheckpointPlan(Optional.of(Interval.epochs(1)), EPOCHS)));
    }

    @Test
    @Timeout(120)
    void aProcessThatIsKilledGoesOnBitByBit() throws Exception {
        Path whole = folder.resolve("whole");
        assertEquals(0, Said.to("train", file, "--run", whole).exit());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        classPath(),
                        Main.class.getName(),
                        "train",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path run = runs.resolve("0001");
        while (process.isAlive() && !Files.exists(run.resolve("checkpoints/epoch-0004"))) {
            Thread.sleep(1);
        }
        process.destroyForcibly();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertTrue(Files.exists(run.resolve("checkpoints/epoch-0004")), "it got as far as epoch 4");
        String result = Files.readString(run.resolve("result.json"));
        assertTrue(result.contains("\"status\" : \"running\""), () -> "it was killed before its end: " + result);
        assertTrue(Said.to("runs", file).outLines().get(1).contains("cut off"));

        Said said = Said.to("train", file, "--resume");
        assertEquals(0, said.exit(), said::err);
        assertTrue(said.out().matches("(?s).*Run 1 goes on after epoch \\d.*"), said::out);
        assertArrayEquals(bytes(whole, "weights.safetensors"), bytes(run, "weights.safetensors"));
        String last = "checkpoints/epoch-0010/optimizer.safetensors";
        assertArrayEquals(bytes(whole, last), bytes(run, last));
        assertEquals(curves(whole), curves(run));
        assertTrue(Said.to("runs", file).outLines().get(1).contains("finished"));
    }

    @Test
    void aFinishedRunGoesOnForMoreEpochs() throws Exception {
        assertEquals(0, Said.to("train", file, "--epochs", 3).exit());
        Said done = Said.to("train", file, "--resume", "1", "--epochs", 3);
        assertEquals(2, done.exit());
        assertEquals(
                "Run 1 has done its 3 epochs; say how many there shall be in all, and it goes on.",
                done.err().strip());
        assertEquals(
                0, Said.to("train", file, "--resume", "1", "--epochs", EPOCHS).exit());
        Path whole = folder.resolve("whole");
        Said.to("train", file, "--run", whole);
        assertArrayEquals(bytes(whole, "weights.safetensors"), bytes(runs.resolve("0001"), "weights.safetensors"));
    }

    @Test
    void whereThereIsNothingToGoOnWithThatIsSaid() {
        assertEquals(
                Said.refusal("There is no run in \"" + runs + "\" that could go on: none has a checkpoint."),
                Said.to("train", file, "--resume"));
        assertEquals(
                Said.refusal("There is no run \"7\" in \"" + runs + "\"."), Said.to("train", file, "--resume", "7"));
    }

    @Test
    void aRunThatGoesOnKeepsItsSeed() {
        assertEquals(2, Said.to("train", file, "--resume", "--seed", 4).exit());
    }

    @Test
    void runsAreListedWithWhatWasChanged() throws Exception {
        assertTrue(Said.to("runs", file).out().startsWith("There is no run in " + runs + " yet"));
        Said.to("train", file, "--epochs", 1);
        Said.to("train", file, "--epochs", 2, "--seed", 9);
        List<String> lines = Said.to("runs", file).outLines();
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).startsWith("Run   Begun"), lines.get(0));
        assertTrue(lines.get(2).contains("finished") && lines.get(2).contains("accuracy"), lines.get(2));
        assertTrue(lines.get(2).endsWith("epochs: 1 → 2, seed: 5 → 9"), lines.get(2));
        List<String> difference = Said.to("runs", file, "--diff", "1", "2").outLines();
        assertEquals(List.of("--- 1", "+++ 2", "~ epochs: 1 → 2", "~ seed: 5 → 9"), difference.subList(0, 4));
        assertTrue(difference.get(4).endsWith("The first step that differs is 1."), difference.get(4));
    }

    private static String classPath() {
        String known = System.getProperty("java.class.path");
        return ResumeTest.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(":", "", ":" + known))
                : known;
    }

    private static byte[] bytes(Path run, String name) throws Exception {
        return Files.readAllBytes(run.resolve(name));
    }

    private static List<String> curves(Path run) throws Exception {
        try (Stream<String> lines = Files.lines(run.resolve("metrics.jsonl"))) {
            return lines.filter(line -> line.matches("\\{\"event\":\"(step|epoch)\".*"))
                    .map(line -> line.replaceFirst(",\"seconds\":[^,}]*", ""))
                    .toList();
        }
    }
}
