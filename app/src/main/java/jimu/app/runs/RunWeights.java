package jimu.app.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jimu.app.session.LoadedWeights;
import jimu.engine.graph.Document;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.FileException;
import jimu.engine.io.WeightFile;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runs.KeptRun;
import jimu.engine.train.Checkpoint;
import jimu.engine.train.RunFolder;

/** Reads the weights of kept runs. */
public final class RunWeights {
    private RunWeights() {}

    /** The last weights of a run; while it has not ended, or was cut off, those of its latest checkpoint. */
    public static LoadedWeights last(KeptRun run, String name) throws FileException {
        List<Checkpoint> checkpoints = run.checkpoints().list();
        boolean ended = Files.exists(run.weights()) || checkpoints.isEmpty();
        return of(
                run,
                ended ? run.weights() : checkpoints.get(checkpoints.size() - 1).weights(),
                name);
    }

    /** The weights with which the run's monitored reading was best. */
    static LoadedWeights best(KeptRun run, String name) throws FileException {
        return of(run, run.folder().resolve(RunFolder.BEST), name);
    }

    /** The weights in a file that a run has left. */
    static LoadedWeights of(KeptRun run, Path file, String name) throws FileException {
        Document document = run.document()
                .orElseThrow(() ->
                        FileException.saying(run.broken().orElse(run.folder().toString())));
        WeightFile read = WeightFile.read(file);
        WeightSnapshot layout = WeightSnapshot.initial(
                ShapeInference.infer(document), document.training().seed());
        return new LoadedWeights(name, read.fit(layout, file), Optional.of(read.preprocessing()));
    }
}
