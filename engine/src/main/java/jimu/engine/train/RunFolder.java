package jimu.engine.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Document;
import jimu.engine.io.AtomicFile;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import jimu.engine.io.WeightFile;
import jimu.engine.plan.WeightSnapshot;

/**
 * What a run leaves on disk, readable without Jimu: the document, {@code settings.json}, {@code environment.json}, {@code
 * metrics.jsonl} with a line for each event and step (of long runs {@link KeptLines fewer}), {@code result.json}, {@code weights.safetensors} with which it ended, {@code
 * best.safetensors} with which its monitored reading was best, and the checkpoints.
 *
 * <p>One run writes to it; nobody else does meanwhile, but that a person's notes may be written at any time.
 */
public final class RunFolder {
    /** The document as it was at the start. */
    public static final String DOCUMENT = "document.jimu";

    /** The settings of the training, to be read. */
    public static final String SETTINGS = "settings.json";

    /** Where and with what it was made: {@link RunEnvironment}. */
    public static final String ENVIRONMENT = "environment.json";

    /** Its events and readings, as {@link TrainEventJson} writes them. */
    public static final String METRICS = "metrics.jsonl";

    /** What came of it: {@link RunResult}. */
    public static final String RESULT = "result.json";

    /** What a person says about it. */
    public static final String NOTES = "notes.json";

    /** In what its document differs from that of the run before, a line each. */
    public static final String CHANGES = "changes.txt";

    /** The last weights. */
    public static final String WEIGHTS = "weights.safetensors";

    /** The weights with which the monitored reading was best. */
    public static final String BEST = "best.safetensors";

    /** The folder of its checkpoints. */
    public static final String CHECKPOINTS = "checkpoints";

    /** All files that a run may leave right in its folder. */
    public static final List<String> FILES =
            List.of(DOCUMENT, SETTINGS, ENVIRONMENT, METRICS, RESULT, NOTES, CHANGES, WEIGHTS, BEST);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final Optional<Path> store;
    private final String version;
    private final Beginning beginning;
    private final boolean goesOn;
    private final Optional<Path> parent;
    private Path folder;
    private long stepsWritten;
    private Optional<String> metric = Optional.empty();
    private RunResult result = RunResult.NONE;

    /** The line of the latest best reading, while the epoch it belongs to is not written down. */
    private String latestBest = "";

    /** Told of a run's folder and document when it begins, to write there what else is to be kept. */
    @FunctionalInterface
    public interface Beginning {
        /** The folder has been made. */
        void began(Path folder, Document document) throws FileException;
    }

    /** A folder, made when the run begins. Files of an earlier run in it are replaced. */
    public RunFolder(Path folder) {
        this(Optional.empty(), folder, "", (made, document) -> {}, false, Optional.empty());
    }

    private RunFolder(
            Optional<Path> store,
            Path folder,
            String version,
            Beginning beginning,
            boolean goesOn,
            Optional<Path> parent) {
        this.parent = parent;
        this.store = store;
        this.goesOn = goesOn;
        this.folder = folder;
        this.version = version;
        this.beginning = beginning;
    }

    /** A folder in {@code store} that gets the next free number when the run begins; {@code version} is that of Jimu. */
    public static RunFolder numbered(Path store, String version, Beginning beginning) {
        return new RunFolder(Optional.of(store), store, version, beginning, false, Optional.empty());
    }

    /** The same folder, noting {@code version} as that of Jimu. */
    public RunFolder withVersion(String other) {
        return new RunFolder(store, folder, other, beginning, goesOn, parent);
    }

    /** The folder of an earlier run that goes on there from the state of its checkpoint. */
    public static RunFolder goingOn(Path folder, String version) {
        return new RunFolder(Optional.empty(), folder, version, (made, document) -> {}, true, Optional.empty());
    }

    /** The same for a run that begins where another one stood: the curves of that one up to there are copied. */
    public RunFolder continuing(Path other) {
        return new RunFolder(store, folder, version, beginning, goesOn, Optional.of(other));
    }

    /** The same folder for another run, which goes on there from the state of a checkpoint. */
    public RunFolder again() {
        return goingOn(folder, version);
    }

    /** Its checkpoints. */
    public Checkpoints checkpoints() {
        return new Checkpoints(folder);
    }

    /** Where it lies; of a numbered one, that is known once the run has begun. */
    public Path path() {
        return folder;
    }

    /** Where the weights lie. */
    public Path weights() {
        return folder.resolve(WEIGHTS);
    }

    /** Makes the folder, or goes on in the one where {@code from} was left. */
    void begin(Document document, List<String> kernels, int threads, OptionalInt limit, Optional<TrainState> from)
            throws FileException {
        RunEnvironment here = RunEnvironment.here(version, kernels, threads);
        if (goesOn) {
            goOn(from, here);
            return;
        }
        try {
            if (store.isPresent()) {
                folder = number(store.get());
            }
            Files.createDirectories(folder);
            for (String name : FILES) {
                if (!name.equals(NOTES)) {
                    Files.deleteIfExists(folder.resolve(name));
                }
            }
        } catch (IOException e) {
            throw FileException.writing(folder, e);
        }
        checkpoints().clear();
        result = RunResult.NONE;
        stepsWritten = 0;
        write(SETTINGS, RunSettings.json(document, limit));
        write(ENVIRONMENT, here.toJson());
        DocumentFile.save(folder.resolve(DOCUMENT), document);
        beginning.began(folder, document);
        if (parent.isPresent() && from.isPresent()) {
            take(parent.get().resolve(METRICS), from.get());
        }
    }

    /** Makes the folder of the next number. */
    private static Path number(Path store) throws IOException {
        Files.createDirectories(store);
        int last;
        try (Stream<Path> entries = Files.list(store)) {
            last = entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> NUMBER.matcher(name).matches())
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(0);
        }
        Path next = numbered(store, last + 1);
        while (!made(next)) {
            last++;
            next = numbered(store, last + 1);
        }
        return next;
    }

    private static Path numbered(Path store, int number) {
        return store.resolve(String.format(Locale.ROOT, "%04d", number));
    }

    /** Makes a folder; not if another process has made it meanwhile. */
    private static boolean made(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Begins with the curves of another run up to a step. */
    private void take(Path curves, TrainState from) throws FileException {
        try {
            Files.copy(curves, folder.resolve(METRICS));
        } catch (IOException e) {
            throw FileException.reading(curves, e);
        }
        takeUp(from.step(), Optional.of(from));
    }

    private void takeUp(long step, Optional<TrainState> from) throws FileException {
        RunResult written = RunMetrics.cut(folder.resolve(METRICS), step);
        result = from.flatMap(TrainState::result).orElse(written).withStatus(RunResult.Status.RUNNING);
        stepsWritten = step;
        metric = result.metric();
    }

    /** Goes on in a folder where a run was left after a step: what it wrote down beyond that is forgotten. */
    private void goOn(Optional<TrainState> from, RunEnvironment here) throws FileException {
        long step = from.map(TrainState::step).orElse(0L);
        checkpoints().cut(step);
        takeUp(step, from);
        write(ENVIRONMENT, here.toJson());
        keepResult();
    }

    /** Adds the steps since the last call, then the event; the last event also leaves the result. */
    void append(TrainEvent event, StepRing ring) throws FileException {
        if (event instanceof TrainEvent.Started started) {
            metric = started.metric();
        }
        String line = TrainEventJson.of(event, metric) + "\n";
        result = result.after(event);
        if (event instanceof TrainEvent.Best best && !KeptLines.keepsEpoch(best.epoch())) {
            latestBest = line;
        } else if (!(event instanceof TrainEvent.EpochEnded epoch) || KeptLines.keepsEpoch(epoch.epoch())) {
            write(ring, line);
        }
        if (result.status() != RunResult.Status.RUNNING) {
            write(RESULT, result.toJson());
        }
    }

    /** Adds the steps since the last call. */
    void append(StepRing ring) throws FileException {
        write(ring, "");
    }

    private void write(StepRing ring, String line) throws FileException {
        try (FileChannel channel = FileChannel.open(
                        metrics(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
                BufferedWriter out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
            StringBuilder lines = new StringBuilder();
            stepsWritten = ring.drain(stepsWritten, reading -> {
                if (KeptLines.keepsStep(reading.step())) {
                    lines.append(TrainEventJson.of(reading, metric)).append('\n');
                }
            });
            out.append(lines).append(latestBest).append(line);
            latestBest = "";
        } catch (IOException e) {
            throw FileException.writing(metrics(), e);
        }
    }

    private void write(String name, ObjectNode node) throws FileException {
        byte[] text = node.toPrettyString().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(folder.resolve(name), out -> out.write(text));
    }

    /** What has come of the run so far. */
    RunResult result() {
        return result;
    }

    /** Writes down what has come of the run so far, which the lines of a long run do not tell. */
    void keepResult() throws FileException {
        write(RESULT, result.toJson());
    }

    void keep(WeightSnapshot weights, Preprocessing preprocessing) throws FileException {
        WeightFile.write(weights(), weights, preprocessing);
    }

    /** Where the weights of the best moment lie. */
    public Path bestWeights() {
        return folder.resolve(BEST);
    }

    void keepBest(StoredArrays weights, Preprocessing preprocessing) throws FileException {
        WeightFile.write(bestWeights(), weights.all(), preprocessing);
    }

    private Path metrics() {
        return folder.resolve(METRICS);
    }
}
