package jimu.engine.sweep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;
import jimu.engine.imports.StartWeights;
import jimu.engine.io.FileException;
import jimu.engine.sweep.SweepResult.State;
import jimu.engine.train.ExitGuard;
import jimu.engine.train.Run;
import jimu.engine.train.RunThread;

/**
 * A sweep in progress or ended: its variants are trained one after another, each a kept run from the document's seed, so that its
 * numbers do not depend on the others. Any thread may steer it.
 */
public final class Sweep {
    private static final double NANOS = 1e-9;

    private final Document document;
    private final SweepPlan plan;
    private final Space space;
    private final SweepOptions options;
    private final VariantTrainer trainer;
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<SweepResult> results = new ArrayList<>();
    private final double secondsBefore;
    private long revision;
    private boolean paused;
    private boolean stopping;
    private Optional<Run> current = Optional.empty();
    private long activeNanos;
    private long lookedAt;
    private Optional<String> failure = Optional.empty();

    private Sweep(SweepFolder.Kept kept, Space space, LoadedData data, SweepOptions options) throws FileException {
        this.document = kept.document();
        this.plan = kept.plan();
        this.space = space;
        this.options = options;
        this.secondsBefore = kept.seconds();
        this.trainer = new VariantTrainer(data, options, StartWeights.named(document), this);
        for (int number = 1; number <= space.size(); number++) {
            int index = number - 1;
            boolean done = index < kept.results().size()
                    && kept.results().get(index).state().over();
            results.add(done ? kept.results().get(index) : SweepResult.waiting(number, space.values(number)));
        }
    }

    /**
     * Starts to train the variants of a document, on a thread of its own.
     *
     * @throws SweepException if the plan does not go with the document
     * @throws FileException if the folder cannot be written, or the weights to begin with cannot be read
     */
    public static Sweep start(Document document, LoadedData data, SweepPlan plan, SweepOptions options)
            throws SweepException, FileException {
        Space space = Space.of(document, plan);
        return begin(new SweepFolder.Kept(document, plan, options.limit(), 0, List.of()), space, data, options);
    }

    /**
     * Goes on with a sweep that was left: what is over stays as it is, what was stopped begins anew, and the limit of time counts
     * from now.
     *
     * @throws SweepException if its plan does not go with its document
     * @throws FileException if its folder cannot be read or written, or the weights to begin with cannot be read
     */
    public static Sweep resume(LoadedData data, SweepOptions options) throws SweepException, FileException {
        SweepFolder.Kept kept = options.folder().read();
        return begin(kept, Space.of(kept.document(), kept.plan()), data, options);
    }

    private static Sweep begin(SweepFolder.Kept kept, Space space, LoadedData data, SweepOptions options)
            throws FileException {
        Sweep sweep = new Sweep(kept, space, data, options);
        sweep.write();
        sweep.lookedAt = System.nanoTime();
        RunThread.start(sweep::work, "sweep");
        return sweep;
    }

    private void work() {
        try {
            for (int number = 1; number <= space.size() && mayGoOn(); number++) {
                if (!result(number).state().over()) {
                    trainer.train(space.variant(number));
                    write();
                }
            }
        } catch (FileException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(String.valueOf(e.getMessage()));
        } finally {
            synchronized (this) {
                current = Optional.empty();
                stopping = true;
            }
            over.countDown();
        }
    }

    /** Waits while paused; whether another variant may begin. */
    private synchronized boolean mayGoOn() throws InterruptedException {
        while (paused && !stopping) {
            wait();
        }
        tick();
        return !stopping && !timeIsUp();
    }

    /** Counts the time since the last call, unless it was a pause. */
    synchronized void tick() {
        long now = System.nanoTime();
        if (!paused) {
            activeNanos += now - lookedAt;
        }
        lookedAt = now;
        if (timeIsUp()) {
            stopping = true;
        }
    }

    private boolean timeIsUp() {
        return plan.limits()
                .time()
                .filter(limit -> activeNanos >= limit.toNanos())
                .isPresent();
    }

    private synchronized void fail(String message) {
        failure = Optional.of(message);
        revision++;
    }

    /** Makes a run the current one: what was asked before holds for it too. */
    synchronized void begin(Run run) {
        current = Optional.of(run);
        if (stopping) {
            run.stop();
        } else if (paused) {
            run.pause();
        }
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    synchronized void set(SweepResult result) {
        results.set(result.number() - 1, result);
        revision++;
    }

    private synchronized SweepResult result(int number) {
        return results.get(number - 1);
    }

    /** The losses of the runs that trained to their end. */
    synchronized List<List<Double>> finishedLosses() {
        return results.stream()
                .filter(result -> result.state() == State.FINISHED)
                .map(SweepResult::losses)
                .toList();
    }

    private void write() throws FileException {
        options.folder().write(new SweepFolder.Kept(document, plan, options.limit(), seconds(), results()));
    }

    /** The document that it varies. */
    public Document document() {
        return document;
    }

    /** What it tries. */
    public SweepPlan plan() {
        return plan;
    }

    /** Its variants. */
    public Space space() {
        return space;
    }

    /** Where it keeps its results and runs. */
    public SweepFolder folder() {
        return options.folder();
    }

    /** What has come of each variant, in order: a copy. */
    public synchronized List<SweepResult> results() {
        return List.copyOf(results);
    }

    /** Grows with every change of the results, so that whoever draws them need not compare them. */
    public synchronized long revision() {
        return revision;
    }

    /** The run under way, if there is one; its events are drained by the sweep. */
    public synchronized Optional<Run> current() {
        return current;
    }

    /** How long it took so far, in all, pauses not counted. */
    public synchronized double seconds() {
        return secondsBefore + activeNanos * NANOS;
    }

    /** Why it broke off, in one sentence; empty if it did not. */
    public synchronized Optional<String> failure() {
        return failure;
    }

    /** Halts the run under way before its next batch, and all others. */
    public synchronized void pause() {
        tick();
        paused = true;
        current.ifPresent(Run::pause);
    }

    /** Goes on after a pause. */
    public synchronized void resume() {
        tick();
        paused = false;
        current.ifPresent(Run::resume);
        notifyAll();
    }

    /** Ends the sweep: the run under way counts as not done. What it leaves can be gone on with. */
    public synchronized void stop() {
        stopping = true;
        current.ifPresent(Run::stop);
        notifyAll();
    }

    /** Whether it waits after {@link #pause}. */
    public synchronized boolean isPaused() {
        return paused && !isOver();
    }

    /** Whether it is over. */
    public boolean isOver() {
        return over.getCount() == 0;
    }

    /**
     * Lets a process that is told to end, as by Ctrl-C, stop the sweep first and wait until it has kept what it has and the caller
     * has closed what is returned.
     */
    public ExitGuard stopAtExit() {
        return new ExitGuard(this::stop, () -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Waits for the end. */
    public void await() throws InterruptedException {
        over.await();
    }

    /** Waits for the end, but no longer than {@code time}; whether it has come. */
    public boolean await(Duration time) throws InterruptedException {
        return over.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }
}
