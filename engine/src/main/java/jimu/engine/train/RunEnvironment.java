package jimu.engine.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where and with what a run was made.
 *
 * @param jimu the version of Jimu; empty if the caller did not say
 * @param kernels the names of the kernel sets, the preferred first
 * @param cpu the processor's name; its architecture where the name is not known
 * @param processors how many processors there were
 * @param threads how many threads a step used
 * @param java the Java runtime
 * @param system the operating system
 * @param process the number of the process
 * @param began when, as 2026-11-30T09:15:00+01:00
 */
public record RunEnvironment(
        String jimu,
        List<String> kernels,
        String cpu,
        int processors,
        int threads,
        String java,
        String system,
        long process,
        String began) {
    private static final Path LINUX_CPU = Path.of("/proc/cpuinfo");

    public RunEnvironment {
        kernels = List.copyOf(kernels);
    }

    /** This process on this machine, now. */
    static RunEnvironment here(String jimu, List<String> kernels, int threads) {
        return new RunEnvironment(
                jimu,
                kernels,
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                threads,
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                ProcessHandle.current().pid(),
                OffsetDateTime.now(ZoneId.systemDefault())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
    }

    private static String processorName() {
        String architecture = System.getProperty("os.arch");
        if (!Files.isReadable(LINUX_CPU)) {
            String windows = System.getenv("PROCESSOR_IDENTIFIER");
            return windows == null ? architecture : windows;
        }
        try (Stream<String> lines = Files.lines(LINUX_CPU)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(architecture);
        } catch (IOException | UncheckedIOException e) {
            return architecture;
        }
    }

    /** When the run began, if that can be told. */
    public Optional<OffsetDateTime> time() {
        try {
            return Optional.of(OffsetDateTime.parse(began));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether the process that made the run is still there: one of its number that began no later than the run. */
    public boolean isAlive() {
        Optional<Instant> latest = time().map(time -> time.toInstant().plusSeconds(1));
        return latest.isPresent()
                && ProcessHandle.of(process)
                        .filter(ProcessHandle::isAlive)
                        .filter(handle ->
                                handle.info().startInstant().stream().noneMatch(start -> start.isAfter(latest.get())))
                        .isPresent();
    }

    /** As an object. */
    public ObjectNode toJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("jimu", jimu);
        kernels.forEach(node.putArray("kernel_sets")::add);
        node.put("cpu", cpu).put("processors", processors).put("threads", threads);
        node.put("java", java).put("system", system);
        return node.put("process", process).put("began", began);
    }

    /** What such an object tells; what is missing is empty or 0. */
    public static RunEnvironment fromJson(JsonNode node) {
        List<String> kernels = new ArrayList<>();
        node.path("kernel_sets").forEach(name -> kernels.add(name.asText()));
        return new RunEnvironment(
                node.path("jimu").asText(),
                kernels,
                node.path("cpu").asText(),
                node.path("processors").asInt(),
                node.path("threads").asInt(),
                node.path("java").asText(),
                node.path("system").asText(),
                node.path("process").asLong(),
                node.path("began").asText());
    }
}
