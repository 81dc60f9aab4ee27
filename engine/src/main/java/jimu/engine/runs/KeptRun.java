package jimu.engine.runs;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import jimu.engine.graph.Document;
import jimu.engine.train.Checkpoints;
import jimu.engine.train.RunEnvironment;
import jimu.engine.train.RunFolder;
import jimu.engine.train.RunResult;

/**
 * A run as it lies in its folder; what could not be read is missing.
 *
 * @param folder where it lies
 * @param document the document as it was at the start
 * @param environment where and with what it was made
 * @param result what came of it
 * @param notes what a person says about it
 * @param broken why it is not whole, in one sentence; empty if it is
 */
public record KeptRun(
        Path folder,
        Optional<Document> document,
        Optional<RunEnvironment> environment,
        RunResult result,
        RunNotes notes,
        Optional<String> broken) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    /** The folder's name. */
    public String name() {
        return String.valueOf(folder.getFileName());
    }

    /** Its number among the runs of the document; empty for a folder with another kind of name. */
    public OptionalInt number() {
        return NUMBER.matcher(name()).matches() ? OptionalInt.of(Integer.parseInt(name())) : OptionalInt.empty();
    }

    /** Its number, or else the folder's name. */
    public String label() {
        return number().isPresent() ? String.valueOf(number().getAsInt()) : name();
    }

    /** When it began, if that is known. */
    public Optional<OffsetDateTime> began() {
        return environment.flatMap(RunEnvironment::time);
    }

    /** Whether it is under way, here or in another process. */
    public boolean running() {
        return result.status() == RunResult.Status.RUNNING;
    }

    /** Its curves. */
    public Path metrics() {
        return folder.resolve(RunFolder.METRICS);
    }

    /** Its last weights. */
    public Path weights() {
        return folder.resolve(RunFolder.WEIGHTS);
    }

    /** Its checkpoints. */
    public Checkpoints checkpoints() {
        return new Checkpoints(folder);
    }

    /** The same with other notes. */
    public KeptRun withNotes(RunNotes other) {
        return new KeptRun(folder, document, environment, result, other, broken);
    }
}
