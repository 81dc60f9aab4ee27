package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jimu.app.cli.Terminal;
import jimu.app.session.Iris;
import jimu.engine.graph.Document;
import jimu.engine.io.DocumentFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    private static final String NO_DISPLAY =
            "There is no display to open a window on: run jimu in a desktop session, or"
                    + " under a virtual one with 'xvfb-run -a jimu'.";

    @TempDir
    private Path folder;

    @Test
    void helpNamesAllCommandsAndExplainsThem() {
        StringWriter out = new StringWriter();
        assertEquals(0, commandLine(out).execute("--help"));
        assertEquals(
                List.of(
                        "summary",
                        "check",
                        "train",
                        "sweep",
                        "profile",
                        "runs",
                        "evaluate",
                        "predict",
                        "export",
                        "lab",
                        "layers",
                        "new",
                        "verify"),
                out.toString()
                        .lines()
                        .dropWhile(line -> !line.equals("Commands:"))
                        .skip(1)
                        .filter(line -> line.matches("  \\w.*"))
                        .map(line -> line.strip().split(" ", 2)[0])
                        .toList());
    }

    @Test
    void everyCommandAndArgumentIsExplained() {
        commandLine(new StringWriter()).getSubcommands().forEach((name, command) -> {
            assertTrue(command.getCommandSpec().usageMessage().header().length > 0, name);
            command.getCommandSpec()
                    .args()
                    .forEach(argument -> assertTrue(argument.description().length > 0, name + " " + argument));
        });
    }

    @Test
    void whatIsNeitherAFileNorACommandIsRefused() {
        StringWriter err = new StringWriter();
        assertEquals(
                2,
                commandLine(new StringWriter())
                        .setErr(new PrintWriter(err, true))
                        .execute("sumary"));
        assertEquals(
                "\"sumary\" is neither a file nor a command (see 'jimu --help')" + System.lineSeparator(),
                err.toString());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutADisplayTheSampleIsTrainedInTheTerminal() throws Exception {
        Process process = start(Iris.DOCUMENT);
        List<String> lines = lines(process);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue());
        assertEquals(NO_DISPLAY, lines.get(0));
        assertEquals("Training a sample here instead: " + sample(), lines.get(1));
        assertEquals("lenet-mnist: 67 parameters, Adam (lr 0.01), batches of 16, seed 1", lines.get(2));
        assertEquals(
                20,
                lines.stream().filter(line -> line.contains("━━━━━━━━━━━━━━━━")).count());
        assertTrue(lines.get(lines.size() - 1).startsWith("Weights and metrics: " + folder), lines.toString());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessThatIsToldToEndStopsTrainingAndKeepsTheWeights() throws Exception {
        Process process =
                start(Iris.DOCUMENT.withTraining(Iris.DOCUMENT.training().withEpochs(1_000_000)));
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (line.startsWith("      1/1000000")) {
                    process.toHandle().destroy();
                }
            }
        }
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        String stopped = lines.get(lines.size() - 2);
        assertTrue(stopped.matches("Stopped after step [\\d,]+ \\(.*\\); the weights stay\\."), lines.toString());
        Path run = Path.of(lines.get(lines.size() - 1).replaceFirst("Weights and metrics: ", ""));
        try (Stream<Path> files = Files.list(run)) {
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
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    private CommandLine commandLine(StringWriter out) {
        return Main.commandLine(new Terminal(false, StandardCharsets.UTF_8)).setOut(new PrintWriter(out, true));
    }

    /** The program without a display, where {@code document} passes for the sample. */
    private Process start(Document document) throws Exception {
        Files.createDirectories(samples().resolve("models"));
        DocumentFile.save(sample(), document);
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-Djimu.samples=" + samples(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .redirectErrorStream(true);
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        return builder.start();
    }

    private Path samples() {
        return folder.resolve("samples");
    }

    private Path sample() {
        return samples().resolve("models").resolve("lenet-mnist.jimu");
    }

    private static List<String> lines(Process process) throws Exception {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            return reader.lines().toList();
        }
    }
}
