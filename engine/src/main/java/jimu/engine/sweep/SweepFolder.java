package jimu.engine.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import jimu.engine.graph.Document;
import jimu.engine.io.AtomicFile;
import jimu.engine.io.AtomicFolder;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import jimu.engine.message.Messages;
import jimu.engine.train.RunFolder;

/**
 * What a sweep leaves on disk, readable without Jimu: {@code document.jimu}, {@code sweep.json} with the plan and the result of
 * every variant, and a folder for each run, {@code 0001} and so on by the variant's number, with the values of its knobs under
 * {@code sweep} in its {@code settings.json}. {@code sweep.json} is written anew, in one go, whenever a variant is over.
 */
public final class SweepFolder {
    /** The file with plan and results. */
    public static final String FILE = "sweep.json";

    private static final String PREFIX = "sweep-";
    private static final String SWEEP = "sweep";
    private static final int FORMAT = 1;
    private static final long LIMIT = 64 << 20;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;

    /** The sweep in a folder. */
    public SweepFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * A sweep as it lies in its folder.
     *
     * @param document that it varies
     * @param plan what it tries
     * @param limit how many samples of the training part an epoch uses at most
     * @param seconds how long it took so far
     * @param results one for each variant, in order
     */
    public record Kept(
            Document document, SweepPlan plan, OptionalInt limit, double seconds, List<SweepResult> results) {
        public Kept {
            results = List.copyOf(results);
        }
    }

    /** Makes the folder of the next sweep, {@code sweep-0001} and so on, among the runs of a document. */
    public static SweepFolder next(Path runs) throws FileException {
        try {
            Files.createDirectories(runs);
            int number = list(runs).size() + 1;
            while (Files.exists(runs.resolve(PREFIX + runName(number)))) {
                number++;
            }
            return new SweepFolder(Files.createDirectory(runs.resolve(PREFIX + runName(number))));
        } catch (IOException e) {
            throw FileException.writing(runs, e);
        }
    }

    /** The folders of all sweeps among the runs of a document, the oldest first. */
    public static List<SweepFolder> list(Path runs) throws FileException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.filter(entry -> Files.exists(entry.resolve(FILE)))
                    .sorted()
                    .map(SweepFolder::new)
                    .toList();
        } catch (IOException e) {
            throw FileException.reading(runs, e);
        }
    }

    /** The name of a run's folder. */
    static String runName(int number) {
        return String.format(Locale.ROOT, "%04d", number);
    }

    /** Where it lies. */
    public Path path() {
        return folder;
    }

    /** The folder's name. */
    public String name() {
        return String.valueOf(folder.getFileName());
    }

    /** Where the run of a variant lies. */
    public Path run(int number) {
        return folder.resolve(runName(number));
    }

    /** Writes plan and results; the document when it is not there yet. */
    void write(Kept kept) throws FileException {
        Path document = folder.resolve(RunFolder.DOCUMENT);
        if (!Files.exists(document)) {
            DocumentFile.save(document, kept.document());
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        node.set("plan", SweepPlanJson.write(kept.plan()));
        kept.limit().ifPresent(limit -> node.put("limit", limit));
        node.put("seconds", kept.seconds());
        ArrayNode results = node.putArray("variants");
        kept.results().forEach(result -> results.add(SweepResultJson.write(result)));
        write(folder.resolve(FILE), node);
    }

    /** Reads plan and results back. */
    public Kept read() throws FileException {
        JsonNode node = json(folder.resolve(FILE));
        if (node.path("format").asInt() != FORMAT) {
            throw FileException.saying(Messages.text(
                    "sweep.format", folder.resolve(FILE), node.path("format").asText("?")));
        }
        Document document = DocumentFile.open(folder.resolve(RunFolder.DOCUMENT));
        SweepPlan plan;
        try {
            plan = SweepPlanJson.read(node.path("plan"));
        } catch (SweepException e) {
            throw FileException.saying(folder.resolve(FILE) + ": " + e.getMessage());
        }
        List<SweepResult> results = new ArrayList<>();
        node.path("variants").forEach(one -> SweepResultJson.read(one).ifPresent(results::add));
        OptionalInt limit =
                node.path("limit").isInt() ? OptionalInt.of(node.get("limit").intValue()) : OptionalInt.empty();
        return new Kept(document, plan, limit, node.path("seconds").asDouble(), results);
    }

    /** Adds the values of its knobs to the settings that a run has written down. */
    void tellSettings(SweepResult result) throws FileException {
        Path file = run(result.number()).resolve(RunFolder.SETTINGS);
        if (json(file) instanceof ObjectNode settings) {
            ObjectNode sweep = settings.putObject(SWEEP).put("variant", result.number());
            ObjectNode values = sweep.putObject("values");
            for (Map.Entry<String, Object> value : result.values().entrySet()) {
                values.set(value.getKey(), SweepPlanJson.plain(value.getValue()));
            }
            write(file, settings);
        }
    }

    /** Removes what an earlier start of a variant has left. */
    void clear(int number) throws FileException {
        if (Files.isDirectory(run(number))) {
            AtomicFolder.delete(run(number));
        }
    }

    private static void write(Path file, ObjectNode node) throws FileException {
        byte[] text = node.toPrettyString().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(text));
    }

    private static JsonNode json(Path file) throws FileException {
        try {
            if (Files.size(file) > LIMIT) {
                throw FileException.saying(Messages.text("runs.large", file, Files.size(file) >> 20, LIMIT >> 20));
            }
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw FileException.saying(Messages.text("runs.json", file));
        } catch (IOException e) {
            throw FileException.reading(file, e);
        }
    }
}
