package jimu.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs scripts of the tests in a Python that has PyTorch; without one the test is skipped, except in CI. */
public final class Python {
    private static final int NO_TORCH = 3;

    private Python() {}

    /** Runs a script of {@code /jimu/engine/export}, which must end well within two minutes; exit code 3 says that torch is missing. */
    public static void run(String script, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(System.getProperty("jimu.python", "/usr/bin/python3"), resource(script)));
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile("python", ".log");
        try {
            Process process = start(command, log);
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                fail("Python took more than two minutes");
            }
            if (process.exitValue() == NO_TORCH) {
                skip("PyTorch is not installed for " + command.get(0) + ": " + Files.readString(log));
            }
            assertEquals(0, process.exitValue(), Files.readString(log));
        } finally {
            Files.delete(log);
        }
    }

    /** The path of a file among the tests' resources. */
    public static String resource(String name) throws URISyntaxException {
        URL url = Python.class.getResource("/jimu/engine/export/" + name);
        if (url == null) {
            throw new IllegalStateException("No test resource " + name);
        }
        return Path.of(url.toURI()).toString();
    }

    private static Process start(List<String> command, Path log) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            return skip("Python cannot be started: " + e.getMessage());
        }
    }

    private static Process skip(String reason) {
        return "true".equals(System.getenv("CI")) ? fail(reason) : Assumptions.abort(reason);
    }
}
