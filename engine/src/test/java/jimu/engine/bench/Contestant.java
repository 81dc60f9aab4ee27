package jimu.engine.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A process that trains a network when it is told to, so that contestants take turns and each has a memory of its own. */
public final class Contestant implements AutoCloseable {
    private static final String READY = "ready";
    private static final long KIBI = 1024;

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter orders;

    private Contestant(String name, Process process) {
        this.name = name;
        this.process = process;
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        orders = new PrintWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
    }

    /** This engine with a backend of that name; empty if it does not start. */
    public static Optional<Contestant> jimu(String network, String backend) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                network,
                backend));
        return start("Jimu " + backend, command);
    }

    /** PyTorch in the Python at that path; empty where it cannot be imported. */
    public static Optional<Contestant> pytorch(String network, String python, Path script) throws IOException {
        if (!Files.isExecutable(Path.of(python))) {
            return Optional.empty();
        }
        return start("PyTorch", List.of(python, script.toString(), network));
    }

    private static Optional<Contestant> start(String name, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Contestant made = new Contestant(name, process);
        String line = made.answers.readLine();
        while (line != null && !line.equals(READY)) {
            line = made.answers.readLine();
        }
        if (line == null) {
            made.close();
            return Optional.empty();
        }
        return Optional.of(made);
    }

    /** Its column in the table. */
    public String name() {
        return name;
    }

    /** The nanoseconds of a step, the mean over {@code steps} of them in a row. */
    public double nanosOfStep(int steps) {
        orders.println(steps);
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException(name + " broke off");
            }
            return Double.parseDouble(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most memory that the process has had in use, in bytes; 0 where the system does not tell. */
    public long peakBytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBI)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
