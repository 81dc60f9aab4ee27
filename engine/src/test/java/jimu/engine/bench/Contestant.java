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
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that trains a network when it is told to, so that contestants take turns and each has a memory of its own. Between
 * its turns it is stopped: threads that wait for work by spinning would take the processors from the others.
 */
public final class Contestant implements AutoCloseable {
    private static final String READY = "ready";
    private static final long KIBI = 1024;
    private static final int CPUS = Runtime.getRuntime().availableProcessors();
    private static final List<Integer> ALL_OR_ONE = CPUS == 1 ? List.of(1) : List.of(CPUS, 1);

    /** One step in so many is run before a turn is timed. */
    private static final int FEW = 8;

    private static final double LONGEST_TURN = 3e9;

    private static final Logger LOG = LoggerFactory.getLogger(Contestant.class);

    private final String name;
    private final Process process;
    private final List<Integer> threads;
    private final BufferedReader answers;
    private final PrintWriter orders;

    private Contestant(String name, Process process, List<Integer> threads) {
        this.name = name;
        this.process = process;
        this.threads = threads;
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        orders = new PrintWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
    }

    /** This engine with a backend of that name, which uses so many threads by its own choice; empty if it does not start. */
    public static Optional<Contestant> jimu(String network, String backend, int threads) throws IOException {
        List<String> command = List.of(
                java(),
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                network,
                backend);
        return start("Jimu " + backend, command, List.of(threads));
    }

    /** PyTorch in the Python at that path; empty where it cannot be imported. */
    public static Optional<Contestant> pytorch(String network, String python, Path script) throws IOException {
        if (!Files.isExecutable(Path.of(python))) {
            return Optional.empty();
        }
        return start("PyTorch", List.of(python, script.toString(), network), ALL_OR_ONE);
    }

    /** libtorch through DJL, by a program in one source file; empty where DJL is not on the class path. */
    public static Optional<Contestant> libtorch(String network, Path program) throws IOException {
        if (ClassLoader.getSystemResource("ai/djl/Model.class") == null) {
            return Optional.empty();
        }
        List<String> command = List.of(
                java(),
                "-Xmx2g",
                "-Dai.djl.offline=true",
                "-cp",
                System.getProperty("java.class.path"),
                program.toString(),
                network);
        return start("libtorch", command, ALL_OR_ONE);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Optional<Contestant> start(String name, List<String> command, List<Integer> threads)
            throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Contestant made = new Contestant(name, process, threads);
        String line = made.answers.readLine();
        while (line != null && !line.equals(READY)) {
            line = made.answers.readLine();
        }
        if (line == null) {
            made.close();
            return Optional.empty();
        }
        made.signal("-STOP");
        return Optional.of(made);
    }

    /** Its column in the table. */
    public String name() {
        return name;
    }

    /** The numbers of threads with which it may be asked to run; more than one where it does not choose well by itself. */
    public List<Integer> threads() {
        return threads;
    }

    /**
     * One turn: the nanoseconds of a step, the mean over {@code steps} of them in a row, or over those that fit into a few seconds,
     * after some that do not count.
     */
    public double nanosOfStep(int steps, int threadCount) {
        signal("-CONT");
        try {
            double about = order((steps + FEW - 1) / FEW, threadCount);
            return order((int) Math.max(1, Math.min(steps, LONGEST_TURN / about)), threadCount);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            signal("-STOP");
        }
    }

    private double order(int steps, int threadCount) throws IOException {
        orders.println(steps + " " + threadCount);
        String answer = answers.readLine();
        if (answer == null) {
            throw new IllegalStateException(name + " broke off");
        }
        return Double.parseDouble(answer);
    }

    /** Stops the process or lets it go on; where the system has no such signals it always goes on. */
    private void signal(String which) {
        try {
            new ProcessBuilder("kill", which, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            LOG.debug("No signals here", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
