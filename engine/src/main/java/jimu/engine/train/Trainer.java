package jimu.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.ParameterException;

/** Starts runs. */
public final class Trainer {
    private Trainer() {}

    /**
     * Starts to train a document on data, on a thread of its own.
     *
     * @throws TrainingException with one sentence if network, data or settings do not allow it
     */
    public static Run start(Document document, LoadedData data, TrainOptions options) throws TrainingException {
        return begin(prepare(document, data, options));
    }

    /** As {@link #start}, but the run waits before its first batch. */
    public static Run startPaused(Document document, LoadedData data, TrainOptions options) throws TrainingException {
        Run run = prepare(document, data, options);
        run.pause();
        return begin(run);
    }

    static Run prepare(Document document, LoadedData data, TrainOptions options) throws TrainingException {
        Inference inference = ShapeInference.infer(document);
        List<Finding> findings = new ArrayList<>(Readiness.check(inference));
        if (findings.isEmpty()) {
            findings.addAll(Readiness.check(inference, data));
        }
        if (!findings.isEmpty()) {
            throw TrainingException.saying(findings.get(0).advice());
        }
        MemoryNeed need = MemoryNeed.of(document, inference, data, options);
        Optional<String> obstacle = need.obstacle();
        if (obstacle.isPresent()) {
            throw TrainingException.saying(obstacle.get());
        }
        Run run = new Run(document, inference, data.preprocessing(), need);
        TrainingLoop loop = loop(run, data, options);
        Optional<String> contradiction = loop.contradiction();
        if (contradiction.isPresent()) {
            throw TrainingException.saying(contradiction.get());
        }
        run.begin(loop);
        return run;
    }

    static Run begin(Run run) {
        RunThread.of(run.loop(), "training").start();
        return run;
    }

    private static TrainingLoop loop(Run run, LoadedData data, TrainOptions options) throws TrainingException {
        try {
            return new TrainingLoop(run, data, options);
        } catch (ParameterException e) {
            throw TrainingException.saying(String.valueOf(e.getMessage()));
        }
    }
}
