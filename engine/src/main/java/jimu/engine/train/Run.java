package jimu.engine.train;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import jimu.engine.data.Preprocessing;
import jimu.engine.graph.Document;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.TrainingSettings;
import jimu.engine.infer.Inference;
import jimu.engine.plan.WeightSnapshot;

/**
 * A training in progress or ended, with the document as it was at the start. Any thread may steer it; it works on its own.
 */
public final class Run {
    private final Document document;
    private final Inference inference;
    private final Preprocessing preprocessing;
    private final MemoryNeed memory;
    private final Control control = new Control();
    private final StepRing ring = new StepRing();
    private final Queue<TrainEvent> events = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<WeightSnapshot> lastWeights = new CompletableFuture<>();
    private final CompletableFuture<WeightSnapshot> ended = new CompletableFuture<>();

    Run(Document document, Inference inference, Preprocessing preprocessing, MemoryNeed memory) {
        this.document = document;
        this.inference = inference;
        this.preprocessing = preprocessing;
        this.memory = memory;
    }

    /** The document as it was at the start. */
    public Document document() {
        return document;
    }

    /** The shapes of that document. */
    public Inference inference() {
        return inference;
    }

    /** What is done to raw data before they enter, as fitted on the data it trains on. */
    public Preprocessing preprocessing() {
        return preprocessing;
    }

    /** Where it is kept, if anywhere. */
    public Optional<RunFolder> folder() {
        return loop().folder();
    }

    /** The memory that it takes. */
    public MemoryNeed memory() {
        return memory;
    }

    /** The readings of its steps. */
    public StepRing ring() {
        return ring;
    }

    /** Hands the events since the last call to {@code reader}, in order. One thread at a time. */
    public void drainEvents(Consumer<TrainEvent> reader) {
        for (TrainEvent event = events.poll(); event != null; event = events.poll()) {
            reader.accept(event);
        }
    }

    /** Halts before the next batch. */
    public void pause() {
        control.pause();
    }

    /** Goes on after a pause. */
    public void resume() {
        control.resume();
    }

    /** Does one batch more while paused; pauses a running run. */
    public void step() {
        control.step();
    }

    /** Goes on to the end of the epoch, its validation included, and halts there. */
    public void stepEpoch() {
        control.stepEpoch();
    }

    /** The settings with which its next step will be made, with what was changed since the start. */
    public TrainingSettings settings() {
        return loop().settings().coming();
    }

    /** Why {@link #change} would refuse settings, in one sentence; empty if it would not. */
    public Optional<String> obstacle(TrainingSettings wanted) {
        return loop().settings().obstacle(wanted);
    }

    /**
     * Changes settings before the next step. What the run is built upon stays as it is: see {@link SettingChange#taken}. Each change is
     * told.
     *
     * @throws TrainingException with one sentence if optimiser and schedule do not go together then; nothing changes
     */
    public void change(TrainingSettings wanted) throws TrainingException {
        loop().settings().want(wanted);
    }

    /** Ends the run at once, also in the midst of a batch, which then counts as not begun; its weights stay to be had. */
    public void stop() {
        control.stop();
    }

    /** Whether it waits after {@link #pause}. */
    public boolean isPaused() {
        return control.state() == Control.State.PAUSED;
    }

    /** Whether it is over. */
    public boolean isEnded() {
        return control.state() == Control.State.ENDED;
    }

    /** The current weights, copied between two batches; the last ones once the run has ended. */
    public CompletableFuture<WeightSnapshot> weights() {
        return control.ask(() -> loop().weights(), lastWeights::join);
    }

    /** One current parameter or buffer by {@code path.name}, copied between two batches; empty if there is none of that name. */
    public CompletableFuture<Optional<WeightSnapshot.Weight>> weight(String name) {
        return control.ask(
                () -> loop().weight(name),
                () -> Optional.ofNullable(ended.join().arrays().get(name)));
    }

    /** The values of outputs for one sample under the current weights, computed between two batches. */
    public CompletableFuture<Observed> observe(Set<Endpoint> outputs, Part part, int sample) {
        return control.ask(
                () -> loop().observe(outputs, part, sample),
                () -> loop().observeLast(outputs, part, sample, lastWeights.join()));
    }

    /** Waits for the end and returns the last weights. */
    public WeightSnapshot await() {
        return ended.join();
    }

    /** Waits for the end, but no longer than {@code time}; whether it has come. */
    public boolean await(Duration time) throws InterruptedException {
        try {
            ended.get(time.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A run always ends with weights", e);
        }
    }

    /**
     * Lets a process that is told to end, as by Ctrl-C, stop the run first and wait until it has kept its weights and the caller
     * has closed what is returned.
     */
    public ExitGuard stopAtExit() {
        return new ExitGuard(this);
    }

    /** The same without waiting for the caller: a process that ends leaves the run so that it can go on. */
    public ExitGuard keepAtExit() {
        return ExitGuard.keeping(this);
    }

    private volatile @org.jspecify.annotations.Nullable TrainingLoop loop;

    void begin(TrainingLoop training) {
        loop = training;
    }

    Control control() {
        return control;
    }

    void tell(TrainEvent event) {
        events.add(event);
    }

    /** Ends the run with its last weights; {@code last} comes before anybody sees the end. */
    void end(WeightSnapshot weights, TrainEvent last) {
        tell(last);
        lastWeights.complete(weights);
        control.end();
        ended.complete(weights);
    }

    TrainingLoop loop() {
        TrainingLoop training = loop;
        if (training == null) {
            throw new IllegalStateException("The run has not begun");
        }
        return training;
    }
}
