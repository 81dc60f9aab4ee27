package jimu.app.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import jimu.app.session.CurrentRun;
import jimu.app.session.LoadedWeights;
import jimu.engine.data.LoadedData;
import jimu.engine.data.Preprocessing;
import jimu.engine.evaluate.Evaluation;
import jimu.engine.evaluate.Evaluator;
import jimu.engine.graph.Document;
import jimu.engine.infer.Inference;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.KernelSet;
import jimu.engine.train.Part;
import jimu.engine.train.Run;

/** One evaluation in the background, which another thread may watch and cancel. */
final class Evaluating implements Callable<Optional<Evaluated>> {
    private final Document document;
    private final Inference inference;
    private final LoadedData data;
    private final Part part;
    private final CurrentRun current;
    private final List<KernelSet> sets;
    private final Preprocessing preprocessing;
    private volatile boolean cancelled;
    private volatile double share;

    Evaluating(
            Document document,
            Inference inference,
            LoadedData data,
            Part part,
            CurrentRun current,
            List<KernelSet> sets) {
        this.document = document;
        this.inference = inference;
        this.data = data;
        this.part = part;
        this.current = current;
        this.sets = sets;
        preprocessing = fitted(document, data, current);
    }

    /** What was fitted for the weights in use: that of weights put in place, or of the run if it trains on the same data. */
    static Preprocessing fitted(Document document, LoadedData data, CurrentRun current) {
        return current.loadedProperty()
                .get()
                .flatMap(LoadedWeights::preprocessing)
                .or(() -> current.run()
                        .filter(run -> run.document().data().equals(document.data()))
                        .map(Run::preprocessing))
                .orElse(data.preprocessing());
    }

    /** How far it has come, from 0 to 1. */
    double share() {
        return share;
    }

    /** Ends it before its next batch. */
    void cancel() {
        cancelled = true;
    }

    @Override
    public Optional<Evaluated> call() {
        WeightSnapshot weights =
                current.weights(inference, document.training().seed()).join();
        LoadedData prepared =
                new LoadedData(data.name(), data.fields(), data.train(), data.validation(), data.test(), preprocessing);
        Optional<Evaluation> found = new Evaluator(document, inference, prepared, sets)
                .evaluate(part, weights, (done, of) -> {
                    share = (double) done / of;
                    return !cancelled;
                });
        return found.map(evaluation -> new Evaluated(evaluation, document, inference, data, preprocessing, weights));
    }
}
