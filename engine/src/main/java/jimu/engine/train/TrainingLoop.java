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
import jimu.engine.runtime.Weights;
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
    private final Keeping keeping;
    private @Nullable StateKeeper keeper;
    private Tally tally;
    private long step;
    private int ended;
    private int position;
    private double secondsBefore;
    private long began = System.nanoTime();
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
        this.keeping = new Keeping(run, data.preprocessing(), options);
        this.tally = new Tally(run.inference());
        this.course =
                new Course(settings.epochs(), (samples + batch - 1) / batch, Collections.unmodifiableList(losses));
    }

    private StateKeeper numbers() {
        return Objects.requireNonNull(keeper, "the run has not begun");
    }

    @Override
    public void run() {
        WeightSnapshot last = new WeightSnapshot(Map.of());
        TrainEvent end;
        try (Network made = bound()) {
            network = made;
            Optimizer first = optimizer.after(0, 0, course);
            Updater updater = new Updater(first, clipping, made.weights(), made.steps());
            StateKeeper numbers = new StateKeeper(made.weights(), updater);
            keeper = numbers;
            begin(made.weights(), numbers);
            end = keepState(train(made, updater), numbers);
            made.endSteps();
            last = made.weights().snapshot();
            end = keeping.end(last, end, this::first);
        } catch (FileException | RuntimeException | Error e) {
            end = failed(e);
            last = network == null ? start() : last;
        }
        run.end(last, end);
    }

    /** Gives the network its first weights, or those from which an earlier run goes on with all else that it needs. */
    private void begin(Weights weights, StateKeeper numbers) throws FileException {
        if (options.from().isEmpty()) {
            weights.draw(run.inference(), settings.seed());
            options.start().ifPresent(weights::keep);
            return;
        }
        TrainState from = options.from().get();
        numbers.restoreWeights(from.weights());
        if (from.optimizer().equals(settings.optimizer().type())) {
            numbers.restoreMemory(from.memory());
        }
        step = from.step();
        ended = from.epoch();
        position = from.position();
        secondsBefore = from.seconds();
        losses.addAll(from.losses());
        run.ring().startAfter(step);
    }

    /** Where the run stands, with numbers that are read when they are asked for. Called by the run's thread. */
    private TrainState state(StateKeeper numbers) {
        return new TrainState(
                step,
                ended,
                position,
                position == 0 ? List.of() : tally.sums(),
                losses,
                seconds(),
                settings.optimizer().type(),
                numbers.weights(),
                numbers.memory());
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
        began = System.nanoTime();
        int threads = StepThreads.count(run.inference(), batch);
        keeping.begin(threads);
        tellBegin();
        Native.setThreads(threads);
        while (ended < settings.epochs()) {
            long epochBegan = System.nanoTime() - pausedNanos;
            int epoch = ended + 1;
            boolean whole = epoch(open, updater, epoch);
            Optional<Score> validation = whole ? validate(open, epoch) : Optional.empty();
            if (!whole || !run.control().attend()) {
                return new TrainEvent.Finished(Ending.STOPPED, step, Optional.empty(), seconds());
            }
            Score training = tally.score();
            losses.add(validation.orElse(training).loss());
            ended = epoch;
            position = 0;
            keeping.tell(new TrainEvent.EpochEnded(
                    epoch, step, training, validation, (System.nanoTime() - pausedNanos - epochBegan) * NANOS));
            keeping.afterEpoch(epoch, settings, () -> state(numbers()));
        }
        Optional<Score> test = open.evaluate(Part.TEST, batch, run.control()::attend, () -> {});
        Ending ending = run.control().attend() ? Ending.PLANNED : Ending.STOPPED;
        return new TrainEvent.Finished(ending, step, test, seconds());
    }

    private Optional<Score> validate(Network open, int epoch) {
        return open.evaluate(
                Part.VALIDATION, batch, run.control()::attend, () -> batches.readAheadAfter(open, epoch));
    }

    private void tellBegin() throws FileException {
        long parameters = run.inference().totals().parameters();
        String backend =
                String.join(" + ", options.sets().stream().map(KernelSet::name).toList());
        keeping.tell(new TrainEvent.Started(
                parameters, course.stepsPerEpoch(), course.epochs(), batch, Pass.metric(run.inference()), backend));
        if (options.from().isPresent()) {
            keeping.tell(new TrainEvent.Continued(ended, step));
        }
    }

    /** What is left of an epoch; whether it was done to its end. */
    private boolean epoch(Network open, Updater updater, int epoch) throws FileException {
        tally = new Tally(run.inference());
        if (position > 0) {
            tally.resume(
                    options.from().orElseThrow().sums(), open.training(Math.min(batch, samples)));
        }
        Optimizer now = optimizer.after(epoch - 1, step, course);
        while (position < samples) {
            keeping.betweenBatches(step, settings, () -> state(numbers()));
            boolean go = run.control().proceed(this::paused, this::resumed);
            endPause();
            if (!go) {
                return false;
            }
            int from = position;
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
            position = from + count;
            updater.update(now, step);
            open.parametersChanged();
            double metric = pass.metric();
            tally.add(pass, loss, count);
            run.ring().add((float) loss, (float) metric, (float) now.lr(), (float) norm);
        }
        return true;
    }

    /** Breaks the run off before an update by what is no number. */
    private void expectFinite(double number, Quantity quantity, int epoch, int from) throws FileException {
        if (!Double.isFinite(number)) {
            TrainEvent.Diverged diverged = new TrainEvent.Diverged(step + 1, epoch, from / batch + 1, quantity);
            keeping.tell(diverged);
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

    /** Keeps all that the run needs to go on, while it is still there; not after a failure, which may have broken it. */
    private TrainEvent keepState(TrainEvent end, StateKeeper numbers) {
        if (end instanceof TrainEvent.Failed) {
            return end;
        }
        try {
            keeping.checkpoint(settings, () -> state(numbers));
            return end;
        } catch (FileException e) {
            return failed(e);
        }
    }

    private TrainEvent first(TrainEvent end, FileException later) {
        return end instanceof TrainEvent.Failed ? end : failed(later);
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - began - pausedNanos) * NANOS;
    }
}
