package jimu.engine.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jimu.engine.graph.Document;
import jimu.engine.io.AtomicFile;
import jimu.engine.io.AtomicFolder;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import jimu.engine.message.Messages;
import jimu.engine.train.RunEnvironment;
import jimu.engine.train.RunFolder;
import jimu.engine.train.RunResult;
import jimu.engine.train.TrainEvent;

/** The runs of one document, each in a folder of its own, in one folder for all; a folder that is not whole is listed as such. */
public final class RunStore {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long LIMIT = 1 << 20;

    /** What marks the folder of a sweep, which holds runs of its own. */
    private static final String SWEEP = "sweep.json";

    private final Path folder;

    /** The runs in a folder, which need not be there. */
    public RunStore(Path folder) {
        this.folder = folder;
    }

    /** Where the runs lie. */
    public Path folder() {
        return folder;
    }

    /** A folder for the next run, numbered when it begins; how its document differs from the run before is kept with it. */
    public RunFolder next(String version) {
        return RunFolder.numbered(folder, version, this::keepChanges);
    }

    private void keepChanges(Path run, Document document) throws FileException {
        Optional<KeptRun> before = list().stream()
                .filter(other -> !other.folder().equals(run) && other.document().isPresent())
                .reduce((first, second) -> second);
        if (before.isPresent()) {
            RunDifference difference = RunDifference.of(before.get().document().orElseThrow(), document);
            StringBuilder text = new StringBuilder("--- ")
                    .append(before.get().name())
                    .append("\n+++ ")
                    .append(run.getFileName());
            difference.changes().forEach(change -> text.append('\n').append(change));
            byte[] bytes = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(run.resolve(RunFolder.CHANGES), out -> out.write(bytes));
        }
    }

    /** All runs, the oldest first. */
    public List<KeptRun> list() throws FileException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> folders;
        try (Stream<Path> entries = Files.list(folder)) {
            folders = entries.filter(Files::isDirectory)
                    .filter(entry -> !String.valueOf(entry.getFileName()).startsWith("."))
                    .filter(entry -> !Files.exists(entry.resolve(SWEEP)))
                    .toList();
        } catch (IOException e) {
            throw FileException.reading(folder, e);
        }
        List<KeptRun> runs = new ArrayList<>();
        folders.forEach(entry -> runs.add(read(entry)));
        runs.sort(Comparator.comparing((KeptRun run) ->
                        run.began().map(OffsetDateTime::toInstant).orElse(Instant.EPOCH))
                .thenComparing(KeptRun::name));
        return runs;
    }

    /** The run of that number or folder's name, if there is one. */
    public Optional<KeptRun> find(String name) throws FileException {
        return list().stream()
                .filter(run -> run.name().equals(name) || run.label().equals(name))
                .findFirst();
    }

    /** The latest run that has a checkpoint and is not under way, if there is one. */
    public Optional<KeptRun> latest() throws FileException {
        List<KeptRun> runs = list();
        for (int i = runs.size() - 1; i >= 0; i--) {
            KeptRun run = runs.get(i);
            if (!run.running() && !run.checkpoints().list().isEmpty()) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }

    /** The run in one folder; what is wrong with it stands in {@link KeptRun#broken}. */
    public static KeptRun read(Path run) {
        List<String> wrong = new ArrayList<>();
        Optional<Document> document = Optional.empty();
        Optional<JsonNode> environment = Optional.empty();
        Optional<JsonNode> result = Optional.empty();
        RunNotes notes = RunNotes.NONE;
        try {
            document = Optional.of(DocumentFile.open(run.resolve(RunFolder.DOCUMENT)));
        } catch (FileException e) {
            wrong.add(String.valueOf(e.getMessage()));
        }
        try {
            environment = json(run.resolve(RunFolder.ENVIRONMENT));
            result = json(run.resolve(RunFolder.RESULT));
            notes = json(run.resolve(RunFolder.NOTES))
                    .map(node -> new RunNotes(
                            node.path("star").asBoolean(), node.path("notes").asText()))
                    .orElse(RunNotes.NONE);
        } catch (FileException e) {
            wrong.add(String.valueOf(e.getMessage()));
        }
        Optional<RunEnvironment> where = environment.map(RunEnvironment::fromJson);
        Optional<RunResult> told = result.flatMap(RunResult::fromJson);
        RunResult outcome = RunResult.NONE;
        try {
            outcome = told.isPresent() && told.get().status() != RunResult.Status.RUNNING
                    ? told.get()
                    : fromHistory(run, where, told.orElse(RunResult.NONE));
        } catch (FileException e) {
            wrong.add(String.valueOf(e.getMessage()));
            outcome = RunResult.NONE.withStatus(RunResult.Status.INTERRUPTED);
        }
        return new KeptRun(run, document, where, outcome, notes, wrong.stream().findFirst());
    }

    /** What came of a run that did not come to its end, as its events tell after what was {@code told} at its last checkpoint. */
    private static RunResult fromHistory(Path run, Optional<RunEnvironment> where, RunResult told)
            throws FileException {
        RunHistory history = RunHistory.read(run.resolve(RunFolder.METRICS));
        RunResult result = told;
        for (TrainEvent event : history.events()) {
            boolean counted = event instanceof TrainEvent.EpochEnded epoch && epoch.step() <= told.step();
            result = counted ? result : result.after(event);
        }
        if (result.status() != RunResult.Status.RUNNING) {
            return result;
        }
        boolean alive = where.isPresent() && where.get().isAlive();
        return alive ? result : result.withStatus(RunResult.Status.INTERRUPTED);
    }

    private static Optional<JsonNode> json(Path file) throws FileException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > LIMIT) {
                throw FileException.saying(Messages.text("runs.large", file, Files.size(file) >> 20, LIMIT >> 20));
            }
            return Optional.of(MAPPER.readTree(Files.readAllBytes(file)));
        } catch (JsonProcessingException e) {
            throw FileException.saying(Messages.text("runs.json", file));
        } catch (IOException e) {
            throw FileException.reading(file, e);
        }
    }

    /** Writes down what a person has to say about a run. */
    public static KeptRun keep(KeptRun run, RunNotes notes) throws FileException {
        byte[] text = JsonNodeFactory.instance
                .objectNode()
                .put("star", notes.star())
                .put("notes", notes.text())
                .toPrettyString()
                .getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(run.folder().resolve(RunFolder.NOTES), out -> out.write(text));
        return run.withNotes(notes);
    }

    /**
     * Deletes a run for good.
     *
     * @throws FileException if it is under way, or its folder holds no run
     */
    public void delete(KeptRun run) throws FileException {
        if (run.running()) {
            throw FileException.saying(Messages.text("runs.running", run.label()));
        }
        Path doomed = run.folder();
        boolean here = folder.toAbsolutePath()
                .normalize()
                .equals(doomed.toAbsolutePath().normalize().getParent());
        if (!here || RunFolder.FILES.stream().noneMatch(name -> Files.exists(doomed.resolve(name)))) {
            throw FileException.saying(Messages.text("runs.foreign", doomed));
        }
        AtomicFolder.delete(doomed);
    }
}
