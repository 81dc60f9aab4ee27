package jimu.app.cli;

import java.util.Optional;
import jimu.engine.graph.CheckpointPlan;
import jimu.engine.graph.EarlyStopping;
import jimu.engine.graph.FinalWeights;
import jimu.engine.graph.Interval;
import jimu.engine.graph.Monitor;
import jimu.engine.graph.Shuffle;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.graph.Validation;
import jimu.engine.train.clipping.ClippingCatalog;
import jimu.engine.train.optimizer.OptimizerCatalog;
import jimu.engine.train.schedule.ScheduleCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags by which one training differs from what the document says; those that are absent change nothing. */
final class TrainFlags {
    @Option(names = "--epochs", paramLabel = "N", converter = Count.class)
    private @Nullable Integer epochs;

    @Option(names = "--batch-size", paramLabel = "B", converter = Count.class)
    private @Nullable Integer batchSize;

    @Option(names = "--seed", paramLabel = "S", converter = Seed.class)
    private @Nullable Long seed;

    @Option(names = "--lr", paramLabel = "RATE")
    private @Nullable Double rate;

    @Option(names = "--optimizer", paramLabel = "NAME[,ARG=VALUE…]")
    private @Nullable String optimizer;

    @Option(names = "--schedule", paramLabel = "NAME[,ARG=VALUE…]")
    private @Nullable String schedule;

    @Option(names = "--clipping", paramLabel = "NAME[,ARG=VALUE…]")
    private @Nullable String clipping;

    @Option(names = "--validate-every", paramLabel = "N[steps]", converter = Every.Validation.class)
    private @Nullable Interval validateEvery;

    @Option(names = "--monitor", paramLabel = "loss|metric", converter = Word.OfMonitor.class)
    private @Nullable Monitor monitor;

    @Option(names = "--patience", paramLabel = "N", converter = Count.class)
    private @Nullable Integer patience;

    @Option(names = "--min-delta", paramLabel = "D")
    private @Nullable Double minDelta;

    @Option(names = "--final-weights", paramLabel = "best|last", converter = Word.OfFinalWeights.class)
    private @Nullable FinalWeights finalWeights;

    @Option(names = "--no-shuffle")
    private boolean unshuffled;

    @Option(names = "--checkpoint-every", paramLabel = "N[minutes]", converter = Every.Checkpoint.class)
    private @Nullable Interval checkpointEvery;

    @Option(names = "--keep-checkpoints", paramLabel = "K", converter = Count.class)
    private @Nullable Integer kept;

    /** Whether a flag is given that a run in progress cannot take over. */
    boolean rebuild() {
        return batchSize != null || seed != null || optimizer != null || monitor != null || unshuffled;
    }

    /** The settings with what the flags say; what they say wrong is told in a sentence. */
    TrainingSettings apply(TrainingSettings document) throws CommandException {
        TrainingSettings settings = choices(document);
        settings = epochs == null ? settings : settings.withEpochs(epochs);
        settings = batchSize == null ? settings : settings.withBatchSize(batchSize);
        settings = seed == null ? settings : settings.withSeed(seed);
        settings = unshuffled ? settings.withShuffle(Shuffle.NEVER) : settings;
        return settings.withValidation(validation(settings.validation()))
                .withCheckpoints(checkpoints(settings.checkpoints()));
    }

    private TrainingSettings choices(TrainingSettings document) throws CommandException {
        TrainingSettings settings = document;
        if (optimizer != null) {
            settings = settings.withOptimizer(ChoiceText.read(optimizer, OptimizerCatalog.all())
                    .orElseThrow(() -> CommandException.of("train.choice.none", "--optimizer")));
        }
        if (rate != null) {
            settings = settings.withOptimizer(settings.optimizer().with("lr", rate));
        }
        if (schedule != null) {
            settings = settings.withSchedule(ChoiceText.read(schedule, ScheduleCatalog.all()));
        }
        return clipping == null ? settings : settings.withClipping(ChoiceText.read(clipping, ClippingCatalog.all()));
    }

    private Validation validation(Validation document) throws CommandException {
        Validation validation = validateEvery == null ? document : document.withEvery(validateEvery);
        validation = monitor == null ? validation : validation.withMonitor(monitor);
        validation = finalWeights == null ? validation : validation.withFinalWeights(finalWeights);
        if (minDelta != null && (minDelta < 0 || !Double.isFinite(minDelta))) {
            throw CommandException.of("train.min-delta", minDelta);
        }
        Optional<EarlyStopping> old = validation.stopping();
        Optional<Integer> patient = patience == null ? old.map(EarlyStopping::patience) : Optional.of(patience);
        if (patient.isEmpty()) {
            if (minDelta != null) {
                throw CommandException.of("train.patience");
            }
            return validation;
        }
        double least = minDelta == null ? old.map(EarlyStopping::minDelta).orElse(0.0) : minDelta;
        return validation.withStopping(Optional.of(new EarlyStopping(patient.get(), least)));
    }

    private CheckpointPlan checkpoints(CheckpointPlan document) {
        CheckpointPlan plan = checkpointEvery == null ? document : document.withEvery(Optional.of(checkpointEvery));
        return kept == null ? plan : plan.withKept(kept);
    }
}
