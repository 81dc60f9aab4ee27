package jimu.engine.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.io.FileException;
import jimu.engine.layer.ParameterException;
import jimu.engine.message.Messages;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.runtime.KernelSet;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.MemoryLimitException;
import jimu.engine.tensor.Native;
import jimu.engine.train.TrainEvent.Ending;
import jimu.engine.train.TrainEvent.Quantity;
import jimu.engine.train.TrainEvent.Score;
import jimu.engine.train.clipping.Clipping;
import jimu.engine.train.clipping.ClippingCatalog;
import jimu.engine.train.optimizer.Optimizer;
import jimu.engine.train.schedule.Course;
import jimu.engine.train.schedule.ScheduledOptimizer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run's thread does: epochs of batches, validation after each, the test at the end. */
final class TrainingLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingLoop.class);
    private static final double NANOS = 1e-9;

    private final Run run;
    private final LoadedData data;
    private final TrainingSettings settings;
    private final ScheduledOptimizer optimizer;
    private final Optional<Clipping> clipping;
    private final TrainOptions options;
    private final int samples;
    private final int batch;
    private final List<Double> losses = new ArrayList<>();
    private final Course course;
    private final Epochs batches;
    private @Nullable Network network;
    private long step;
    private long pausedNanos;
    private long pauseBegan;

    TrainingLoop(Run run, LoadedData data, TrainOptions options) throws ParameterException {
        this.run = run;
        this.data = data;
        this.settings = run.document().training();
        this.optimizer = ScheduledOptimizer.of(settings);
        this.clipping = settings.clipping().isEmpty()
                ? Optional.empty()
                : Optional.of(ClippingCatalog.create(settings.clipping().get()));
        this.options = options;
        this.samples = options.samples(data);
        this.batch = Math.min(settings.batchSize(), samples);
        this.batches = new Epochs(data, settings.seed(), settings.epochs(), samples, batch);
        this.course =
                new Course(settings.epochs(), (samples + batch - 1) / batch, Collections.unmodifiableList(losses));
    }

    @Override
    public void run() {
        WeightSnapshot last = new WeightSnapshot(Map.of());
        TrainEvent end;
        try (Network made = bound()) {
            made.weights().draw(run.inference(), settings.seed());
            options.start().ifPresent(made.weights()::keep);
            network = made;
            Optimizer first = optimizer.after(0, 0, course);
            Updater updater = new Updater(first, clipping, made.weights(), made.steps());
            end = keepStates(updater, train(made, updater));
            made.endSteps();
            last = made.weights().snapshot();
            end = keep(last, end);
        } catch (RuntimeException | Error e) {
            end = failed(e);
            last = network == null ? start() : last;
        }
        run.end(last, end);
    }

    /** Why schedule, optimiser and data do not go together, in one sentence; empty if they do. */
    Optional<String> contradiction() {
        return optimizer.contradiction(course);
    }

    /** A copy of the weights. Called by the run's thread. */
    WeightSnapshot weights() {
        return open().weights().snapshot();
    }

    /** A copy of one parameter or buffer. Called by the run's thread. */
    Optional<WeightSnapshot.Weight> weight(String name) {
        return open().weights().snapshot(name);
    }

    /** Values under the current weights. Called by the run's thread. */
    Observed observe(Set<Endpoint> outputs, Part part, int sample) {
        return open().observe(outputs, part, sample);
    }

    /** Values under given weights, on any thread. */
    Observed observeLast(Set<Endpoint> outputs, Part part, int sample, WeightSnapshot weights) {
        return Observer.observe(
                run.inference(), outputs, weights, options.sets(), part.of(data), data.preprocessing(), sample);
    }

    /** What would have been trained; nothing if even that does not fit. */
    private WeightSnapshot start() {
        try {
            WeightSnapshot initial = WeightSnapshot.initial(run.inference(), settings.seed());
            return options.start().map(initial::keeping).orElse(initial);
        } catch (OutOfMemoryError e) {
            LOG.debug("Not even the first weights fit", e);
            return new WeightSnapshot(Map.of());
        }
    }

    private Network open() {
        return Objects.requireNonNull(network, "the run has not begun");
    }

    private Network bound() {
        return new Network(
                run.inference(), data, options.sets(), settings.lossWeights(), settings.seed(), new Memory());
    }

    /** Trains to the end, whatever that is: what was learnt until then is not lost. */
    private TrainEvent train(Network open, Updater updater) {
        try {
            return epochs(open, updater);
        } catch (FileException | RuntimeException | Error e) {
            return failed(e);
        }
    }

    private TrainEvent failed(Throwable cause) {
        LOG.debug("Training broke off at step {}", step, cause);
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof OutOfMemoryError) {
            message = Messages.text("train.memory");
        } else if (!(cause instanceof FileException
                || cause instanceof MemoryLimitException
                || cause instanceof DivergedException)) {
            message = Messages.text("train.failed", step, cause.getMessage() == null ? cause : message);
        }
        return new TrainEvent.Failed(step, message);
    }

    private TrainEvent epochs(Network open, Updater updater) throws FileException {
        long began = System.nanoTime();
        begin();
        Native.setThreads(StepThreads.count(run.inference(), batch));
        for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
            long epochBegan = System.nanoTime() - pausedNanos;
            Optional<Score> training = epoch(open, updater, epoch);
            if (training.isEmpty()) {
                return new TrainEvent.Finished(Ending.STOPPED, step, Optional.empty(), seconds(began));
            }
            int done = epoch;
            Optional<Score> validation = open.evaluate(
                    Part.VALIDATION, batch, run.control()::attend, () -> batches.readAheadAfter(open, done));
            losses.add(validation.orElse(training.get()).loss());
            tell(new TrainEvent.EpochEnded(
                    epoch, step, training.get(), validation, (System.nanoTime() - pausedNanos - epochBegan) * NANOS));
        }
        Optional<Score> test = open.evaluate(Part.TEST, batch, run.control()::attend, () -> {});
        Ending ending = run.control().attend() ? Ending.PLANNED : Ending.STOPPED;
        return new TrainEvent.Finished(ending, step, test, seconds(began));
    }

    private void begin() throws FileException {
        if (options.folder().isPresent()) {
            options.folder().get().begin(run.document());
        }
        long parameters = run.inference().totals().parameters();
        String backend =
                String.join(" + ", options.sets().stream().map(KernelSet::name).toList());
        tell(new TrainEvent.Started(
                parameters, course.stepsPerEpoch(), course.epochs(), batch, Pass.metric(run.inference()), backend));
    }

    /** One epoch; empty if the run was stopped within it. */
    private Optional<Score> epoch(Network open, Updater updater, int epoch) throws FileException {
        Tally tally = new Tally(run.inference());
        Optimizer now = optimizer.after(epoch - 1, step, course);
        for (int from = 0; from < samples; from += batch) {
            boolean go = run.control().proceed(this::paused, this::resumed);
            endPause();
            if (!go) {
                return Optional.empty();
            }
            int count = Math.min(batch, samples - from);
            Pass pass = open.training(count);
            pass.read(batches.of(epoch), from);
            batches.readAhead(open, epoch, from + count);
            pass.forward(step + 1);
            double loss = pass.loss();
            expectFinite(loss, Quantity.LOSS, epoch, from);
            pass.backward();
            double norm = updater.measure();
            expectFinite(norm, Quantity.GRADIENT_NORM, epoch, from);
            if (optimizer.changesWithinEpochs()) {
                now = optimizer.after(epoch - 1, step, course);
            }
            step++;
            updater.update(now, step);
            open.parametersChanged();
            double metric = pass.metric();
            tally.add(pass, loss, count);
            run.ring().add((float) loss, (float) metric, (float) now.lr(), (float) norm);
        }
        return Optional.of(tally.score());
    }

    /** Breaks the run off before an update by what is no number. */
    private void expectFinite(double number, Quantity quantity, int epoch, int from) throws FileException {
        if (!Double.isFinite(number)) {
            TrainEvent.Diverged diverged = new TrainEvent.Diverged(step + 1, epoch, from / batch + 1, quantity);
            tell(diverged);
            throw new DivergedException(diverged);
        }
    }

    private void paused() {
        pauseBegan = System.nanoTime();
        run.tell(new TrainEvent.Paused(step + 1));
    }

    /** A pause also ends by a single step or a stop, of which nobody is told. */
    private void endPause() {
        if (pauseBegan != 0) {
            pausedNanos += System.nanoTime() - pauseBegan;
            pauseBegan = 0;
        }
    }

    private void resumed() {
        if (run.control().state() == Control.State.RUNNING) {
            run.tell(new TrainEvent.Resumed(step + 1));
        }
    }

    private void tell(TrainEvent event) throws FileException {
        if (options.folder().isPresent()) {
            options.folder().get().append(event, run.ring());
        }
        run.tell(event);
    }

    /** Keeps what the optimiser remembers, while it is still there. */
    private TrainEvent keepStates(Updater updater, TrainEvent end) {
        try {
            if (options.folder().isPresent()) {
                options.folder().get().keep(updater.states(), step);
            }
            return end;
        } catch (FileException e) {
            return first(end, e);
        }
    }

    /** Keeps as much of weights and last event as can be written; the event tells of the first failure. */
    private TrainEvent keep(WeightSnapshot weights, TrainEvent end) {
        if (options.folder().isEmpty()) {
            return end;
        }
        RunFolder folder = options.folder().get();
        TrainEvent told = end;
        try {
            folder.keep(weights, data.preprocessing());
        } catch (FileException e) {
            told = first(told, e);
        }
        try {
            folder.append(told, run.ring());
        } catch (FileException e) {
            told = first(told, e);
        }
        return told;
    }

    private TrainEvent first(TrainEvent end, FileException later) {
        return end instanceof TrainEvent.Failed ? end : failed(later);
    }

    private double seconds(long began) {
        return (System.nanoTime() - began - pausedNanos) * NANOS;
    }
}
