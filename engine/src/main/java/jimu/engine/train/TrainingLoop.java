package jimu.engine.train;

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
import jimu.engine.train.TrainEvent.Score;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run's thread does: epochs of batches, validation after each, the test at the end. */
final class TrainingLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingLoop.class);

    private final Run run;
    private final LoadedData data;
    private final TrainOptions options;
    private final int samples;
    private final int batch;
    private final Progress progress;
    private final LiveSettings settings;
    private final Keeping keeping;
    private final Epochs batches;
    private final Insight insight;
    private @Nullable Network network;
    private Optional<TrainEvent.Diverged> diverged = Optional.empty();

    TrainingLoop(Run run, LoadedData data, TrainOptions options) throws ParameterException {
        this.run = run;
        this.data = data;
        this.options = options;
        TrainingSettings first = run.document().training();
        samples = options.samples(data);
        batch = Math.min(first.batchSize(), samples);
        progress = options.from()
                .map(state -> new Progress(run.inference(), state))
                .orElseGet(() -> new Progress(run.inference()));
        settings = new LiveSettings(first, (samples + batch - 1) / batch, progress.losses());
        batches = new Epochs(data, samples, batch);
        keeping = new Keeping(run, data.preprocessing(), options);
        insight = new Insight(run.inference(), data, options.sets(), run.ring());
    }

    @Override
    public void run() {
        WeightSnapshot last = new WeightSnapshot(Map.of());
        TrainEvent end;
        try (Network made = bound()) {
            network = made;
            Training training = new Training(run, data, settings, progress, batches, made, keeping, insight);
            training.begin(options);
            end = train(training);
            made.endSteps();
            last = made.weights().snapshot();
            diagnose(last);
            end = keeping.end(last, end, this::first);
        } catch (FileException | RuntimeException | Error e) {
            end = failed(e);
            last = network == null ? start() : last;
        }
        run.end(last, end);
    }

    LiveSettings settings() {
        return settings;
    }

    /** Where the run is kept, if anywhere. */
    Optional<RunFolder> folder() {
        return keeping.folder();
    }

    /** Why schedule, optimiser and data do not go together, in one sentence; empty if they do. */
    Optional<String> contradiction() {
        return settings.contradiction();
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
            WeightSnapshot initial =
                    WeightSnapshot.initial(run.inference(), settings.now().seed());
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
                run.inference(),
                data,
                options.sets(),
                settings.now().lossWeights(),
                settings.now().seed(),
                new Memory(),
                run.control()::isStopping);
    }

    /** Trains to the end, whatever that is: what was learnt until then is not lost. */
    private TrainEvent train(Training training) {
        try {
            int threads = StepThreads.count(run.inference(), batch);
            run.control().awaitBeginning();
            keeping.begin(threads);
            run.control().begun();
            tellBegin();
            Native.setThreads(threads);
            Ending ending = training.toEnd();
            training.checkpoint();
            training.endWithBest();
            Optional<Score> test = ending == Ending.STOPPED ? Optional.empty() : training.test();
            boolean stopped = run.control().isStopping();
            return new TrainEvent.Finished(
                    stopped ? Ending.STOPPED : ending,
                    progress.step(),
                    stopped ? Optional.empty() : test,
                    progress.seconds());
        } catch (DivergedException e) {
            return diverged(training, e);
        } catch (FileException | RuntimeException | Error e) {
            return failed(e);
        }
    }

    /** The state before the step that was not made has only numbers, and one can go on from there with other settings. */
    private TrainEvent diverged(Training training, DivergedException why) {
        try {
            training.oneMoreCheckpoint();
        } catch (FileException e) {
            LOG.debug("The last good state could not be kept", e);
        }
        diverged = Optional.of(why.event());
        return failed(why);
    }

    /** Looks at the step that was not made again, now that the memory of steps is free. */
    private void diagnose(WeightSnapshot weights) throws FileException {
        if (diverged.isPresent()) {
            Batches order = batches.of(diverged.get().epoch(), settings.now());
            Optional<TrainEvent> found = insight.diagnose(diverged.get(), order, batches, weights, settings.now());
            if (found.isPresent()) {
                keeping.tell(found.get());
            }
        }
    }

    private TrainEvent failed(Throwable cause) {
        LOG.debug("Training broke off at step {}", progress.step(), cause);
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof OutOfMemoryError) {
            message = Messages.text("train.memory");
        } else if (!(cause instanceof FileException
                || cause instanceof MemoryLimitException
                || cause instanceof DivergedException)) {
            message = Messages.text("train.failed", progress.step(), cause.getMessage() == null ? cause : message);
        }
        return new TrainEvent.Failed(progress.step(), message);
    }

    private void tellBegin() throws FileException {
        long parameters = run.inference().totals().parameters();
        String backend =
                String.join(" + ", options.sets().stream().map(KernelSet::name).toList());
        keeping.tell(new TrainEvent.Started(
                parameters,
                settings.course().stepsPerEpoch(),
                settings.course().epochs(),
                batch,
                Pass.metric(run.inference()),
                backend));
        if (options.from().isPresent()) {
            keeping.tell(new TrainEvent.Continued(progress.epoch() - 1, progress.step()));
        }
    }

    private TrainEvent first(TrainEvent end, FileException later) {
        return end instanceof TrainEvent.Failed ? end : failed(later);
    }
}
