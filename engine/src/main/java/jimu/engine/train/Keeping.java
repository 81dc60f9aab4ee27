package jimu.engine.train;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Document;
import jimu.engine.graph.Interval;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.io.FileException;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.KernelSet;

/** Writes down what a run leaves in its folder; nothing where it has none. Used by the run's thread alone. */
final class Keeping {
    /** Steps after which readings are written down, be there an event or not: fewer than the ring holds. */
    private static final int STEPS = 1 << 12;

    /** Checkpoints between epochs take no more than one part in so many of a run's time, after some that are free. */
    private static final int SHARE = 10;

    private static final long FREE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Optional<RunFolder> folder;
    private final Run run;
    private final Preprocessing preprocessing;
    private final TrainOptions options;
    private final LongSupplier clock;
    private final long began;
    private long latestCheckpoint;
    private long spent;
    private long latestStep = -1;

    Keeping(Run run, Preprocessing preprocessing, TrainOptions options) {
        this(run, preprocessing, options, System::nanoTime);
    }

    /** The same by a clock of its own, in nanoseconds. */
    Keeping(Run run, Preprocessing preprocessing, TrainOptions options, LongSupplier clock) {
        this.clock = clock;
        began = clock.getAsLong();
        latestCheckpoint = began;
        this.run = run;
        this.preprocessing = preprocessing;
        this.options = options;
        this.folder = options.folder();
    }

    void begin(int threads) throws FileException {
        if (folder.isPresent()) {
            List<String> kernels = options.sets().stream().map(KernelSet::name).toList();
            folder.get().begin(run.document(), kernels, threads, options.limit(), options.from());
            latestStep = options.from().map(TrainState::step).orElse(-1L);
        }
    }

    /** Tells everybody of an event, and writes it down. */
    void tell(TrainEvent event) throws FileException {
        if (folder.isPresent()) {
            folder.get().append(event, run.ring());
        }
        run.tell(event);
    }

    /** Called between two batches: writes down what is due. */
    void betweenBatches(long step, TrainingSettings settings, Supplier<TrainState> state) throws FileException {
        if (folder.isEmpty()) {
            return;
        }
        if (step % STEPS == 0) {
            folder.get().append(run.ring());
        }
        Optional<Interval> every = settings.checkpoints().every();
        if (every.isPresent()
                && every.get().unit() == Interval.Unit.MINUTES
                && clock.getAsLong() - latestCheckpoint
                        >= TimeUnit.MINUTES.toNanos(every.get().count())) {
            checkpoint(settings, state);
        }
    }

    /** Where the run is kept, if anywhere. */
    Optional<RunFolder> folder() {
        return folder;
    }

    /** Whether checkpoints took no more than their share so far: of epochs that take no time not each is worth one. */
    private boolean isAffordable() {
        return spent <= FREE_NANOS + (clock.getAsLong() - began) / SHARE;
    }

    /** Called after an epoch. */
    void afterEpoch(int epoch, TrainingSettings settings, Supplier<TrainState> state) throws FileException {
        Optional<Interval> every = settings.checkpoints().every();
        if (every.isPresent()
                && every.get().unit() == Interval.Unit.EPOCHS
                && epoch % every.get().count() == 0
                && isAffordable()) {
            checkpoint(settings, state);
        }
    }

    /** Writes down all that the run needs to go on from here, unless that has been done. */
    Optional<Checkpoint> checkpoint(TrainingSettings settings, Supplier<TrainState> state) throws FileException {
        return checkpoint(settings, settings.checkpoints().kept(), state);
    }

    /** The same beside all that are there: the state that led to no number may be worse than those before. */
    Optional<Checkpoint> oneMore(TrainingSettings settings, Supplier<TrainState> state) throws FileException {
        return checkpoint(settings, settings.checkpoints().kept() + 1, state);
    }

    private Optional<Checkpoint> checkpoint(TrainingSettings settings, int kept, Supplier<TrainState> state)
            throws FileException {
        latestCheckpoint = clock.getAsLong();
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        TrainState now = state.get().with(folder.get().result());
        if (now.step() == latestStep) {
            return Optional.empty();
        }
        latestStep = now.step();
        Document document = run.document().withTraining(settings);
        folder.get().append(run.ring());
        Checkpoint made = folder.get().checkpoints().add(document, preprocessing, now, kept);
        folder.get().keepResult();
        spent += clock.getAsLong() - latestCheckpoint;
        return Optional.of(made);
    }

    /** Keeps as much of weights and last event as can be written; the event tells of the first failure. */
    TrainEvent end(WeightSnapshot weights, TrainEvent end, Failure failure) {
        if (folder.isEmpty()) {
            return end;
        }
        TrainEvent told = end;
        try {
            folder.get().keep(weights, preprocessing);
        } catch (FileException e) {
            told = failure.of(told, e);
        }
        try {
            folder.get().append(told, run.ring());
        } catch (FileException e) {
            told = failure.of(told, e);
        }
        return told;
    }

    /** Says how a run ended that could not be kept. */
    interface Failure {
        /** The last event, which stays if it tells of an earlier failure. */
        TrainEvent of(TrainEvent end, FileException later);
    }
}
