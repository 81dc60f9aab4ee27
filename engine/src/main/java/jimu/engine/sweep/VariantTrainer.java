package jimu.engine.sweep;

import java.time.Duration;
import java.util.Optional;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.CheckpointPlan;
import jimu.engine.graph.Document;
import jimu.engine.imports.StartWeights;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.FileException;
import jimu.engine.io.WeightFile;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.sweep.SweepResult.State;
import jimu.engine.train.Run;
import jimu.engine.train.RunFolder;
import jimu.engine.train.TrainEvent;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import jimu.engine.train.TrainingException;
import org.jspecify.annotations.Nullable;

/** Trains one variant after another for a sweep and tells it what comes of each; used by the sweep's thread alone. */
final class VariantTrainer {
    private static final Duration PERIOD = Duration.ofMillis(20);
    private static final CheckpointPlan NO_CHECKPOINTS = CheckpointPlan.DEFAULT.withEvery(Optional.empty());

    private final LoadedData data;
    private final SweepOptions options;
    private final Optional<WeightFile> startWeights;
    private final Sweep sweep;
    private SweepResult result = SweepResult.waiting(1, java.util.Map.of());
    private @Nullable FileException unwritten;

    /** {@code startWeights} is what is in the file that the document names, if it names one. */
    VariantTrainer(LoadedData data, SweepOptions options, Optional<WeightFile> startWeights, Sweep sweep) {
        this.data = data;
        this.options = options;
        this.startWeights = startWeights;
        this.sweep = sweep;
    }

    /** Trains a variant to its end, or says why that cannot be. */
    void train(Variant variant) throws FileException, InterruptedException {
        if (variant.obstacle().isPresent()) {
            sweep.set(SweepResult.skipped(variant, variant.obstacle().get()));
            return;
        }
        options.folder().clear(variant.number());
        RunFolder folder = new RunFolder(options.folder().run(variant.number())).withVersion(options.version());
        Document document = withoutCheckpoints(variant.document());
        Run run;
        try {
            Optional<WeightSnapshot> start =
                    StartWeights.fitting(startWeights, document, ShapeInference.infer(document));
            run = Trainer.start(
                    document, data, new TrainOptions(options.sets(), start, options.limit(), Optional.of(folder)));
        } catch (TrainingException | FileException e) {
            sweep.set(SweepResult.skipped(variant, String.valueOf(e.getMessage())));
            return;
        }
        tell(SweepResult.running(variant));
        sweep.begin(run);
        follow(run);
    }

    private void follow(Run run) throws FileException, InterruptedException {
        boolean hopeless = false;
        boolean ended = false;
        while (!ended) {
            ended = run.await(PERIOD);
            int epochs = result.losses().size();
            run.drainEvents(this::happened);
            sweep.tick();
            if (!ended && sweep.isStopping()) {
                run.stop();
            } else if (!ended && !hopeless && result.losses().size() > epochs) {
                hopeless = sweep.plan()
                        .rule()
                        .filter(rule -> rule.hopeless(result.losses(), sweep.finishedLosses()))
                        .isPresent();
                if (hopeless) {
                    run.stop();
                }
            }
        }
        if (hopeless && result.state() == State.STOPPED) {
            tell(result.withState(State.HOPELESS));
        }
        if (unwritten != null) {
            throw unwritten;
        }
    }

    private void happened(TrainEvent event) {
        tell(result.after(event));
        if (event instanceof TrainEvent.Started) {
            try {
                options.folder().tellSettings(result);
            } catch (FileException e) {
                unwritten = e;
            }
        }
    }

    private void tell(SweepResult now) {
        result = now;
        sweep.set(now);
    }

    /** Checkpoints after every epoch would cost more than what a sweep could gain by them. */
    private static Document withoutCheckpoints(Document document) {
        return document.withTraining(document.training().withCheckpoints(NO_CHECKPOINTS));
    }
}
