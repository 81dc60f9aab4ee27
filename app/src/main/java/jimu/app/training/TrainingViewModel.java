package jimu.app.training;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import jimu.app.command.Commands;
import jimu.app.fx.Background;
import jimu.app.fx.Dialogs;
import jimu.app.fx.FileKind;
import jimu.app.fx.form.FormEntry;
import jimu.app.session.CurrentRun;
import jimu.app.session.OpenData;
import jimu.app.session.OpenProblems;
import jimu.app.session.RunFollower;
import jimu.app.session.RunRestart;
import jimu.app.session.Session;
import jimu.app.text.MetricText;
import jimu.app.text.Texts;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;
import jimu.engine.imports.StartWeights;
import jimu.engine.infer.ShapeInference;
import jimu.engine.runtime.Backends;
import jimu.engine.train.ExitGuard;
import jimu.engine.train.Run;
import jimu.engine.train.RunFolder;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;

/** Starts and steers the run of the open document, and tells how far it has come. */
public final class TrainingViewModel implements RunFollower {
    private static final int ROWS = 1000;
    private static final long REFRESH_NANOS = 200_000_000;

    private enum Beginning {
        RUNNING,
        ONE_STEP,
        ONE_EPOCH
    }

    private final Session session;
    private final OpenData data;
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper(this, "obstacle");
    private final CurrentRun current;
    private final Background background;
    private final Dialogs dialogs;
    private final Function<Optional<Path>, TrainOptions> options;
    private final TrainingForm form;
    private final RunRestart restart;
    private final Continuation continuation;
    private final MemoryForecast memory;
    private final ProgressTeller teller;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.IDLE);
    private final BooleanBinding idle =
            Bindings.createBooleanBinding(() -> !phase.get().busy(), phase);
    private final ReadOnlyObjectWrapper<RunProgress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", RunProgress.NONE);
    private final ReadOnlyStringWrapper metricTitle = new ReadOnlyStringWrapper(this, "metricTitle");
    private final ReadOnlyStringWrapper validationMetricTitle =
            new ReadOnlyStringWrapper(this, "validationMetricTitle");
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper(this, "result", "");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ObservableList<EpochRow> epochs = FXCollections.observableArrayList();
    private Optional<TrainEvent.Started> started = Optional.empty();
    private Optional<TrainEvent.Finished> finished = Optional.empty();
    private Optional<TrainEvent.Restored> restored = Optional.empty();
    private Optional<TrainEvent.Diverged> diverged = Optional.empty();
    private Optional<ExitGuard> guard = Optional.empty();
    private long step;
    private float rateNow;
    private int bestEpoch;
    private long refreshed;

    /** {@code options} makes the options of each new run of the document in a file, off the JavaFX thread. */
    public TrainingViewModel(
            Session session,
            OpenData data,
            OpenProblems problems,
            CurrentRun current,
            RunRestart restart,
            Background background,
            Dialogs dialogs,
            Function<Optional<Path>, TrainOptions> options) {
        this.session = session;
        this.data = data;
        this.current = current;
        this.restart = restart;
        obstacle.bind(Bindings.createStringBinding(
                () -> current.sweepingProperty().get()
                        ? Texts.of("training.why.sweeping")
                        : problems.obstacleProperty().get(),
                current.sweepingProperty(),
                problems.obstacleProperty(),
                Texts.language()));
        this.background = background;
        this.dialogs = dialogs;
        this.options = options;
        this.teller = new ProgressTeller(background, System::nanoTime);
        this.form = new TrainingForm(
                session, new RunSteering(session, current), () -> dialogs.chooseToOpen(FileKind.WEIGHTS));
        this.continuation = new Continuation(session, current);
        this.memory = new MemoryForecast(session, data, problems.obstacleProperty(), idle, Backends.all(), background);
        current.follow(this);
        tellTitles();
        Texts.follow(this, TrainingViewModel::retell);
    }

    private void retell() {
        tellTitles();
        finished.ifPresent(end -> result.set(sentence(end)));
        diverged.ifPresent(end -> failure.set(RunEnding.sentence(end)));
        if (phase.get() != Phase.IDLE) {
            refreshed = 0;
            told();
        }
    }

    private void tellTitles() {
        Optional<MetricText> metric = metric();
        String title = metric.map(MetricText::heading).orElse(Texts.of("training.column.metric"));
        String brief = metric.map(MetricText::shortTitle).orElse(Texts.of("training.column.metric.short"));
        boolean none = started.isPresent() && metric.isEmpty();
        metricTitle.set(none ? "" : title);
        validationMetricTitle.set(none ? "" : Texts.of("training.column.validation.metric", brief));
    }

    /** Gives the commands that start and steer a run their actions. */
    public void register(Commands commands) {
        TrainingCommands.addTo(commands, this);
    }

    /** Starts a run, or goes on with a paused one. */
    public void train() {
        if (phase.get() == Phase.PAUSED) {
            current.run().ifPresent(Run::resume);
            phase.set(Phase.RUNNING);
        } else {
            start(Beginning.RUNNING);
        }
    }

    /** Halts the run. */
    public void pause() {
        current.run().ifPresent(Run::pause);
    }

    /** Does one batch more of a paused run, halts a running one, or starts a run with one batch. */
    public void step() {
        if (phase.get().busy()) {
            current.run().ifPresent(Run::step);
        } else {
            start(Beginning.ONE_STEP);
        }
    }

    /** Trains to the end of the epoch and waits there; starts a run with one epoch. */
    public void stepEpoch() {
        if (phase.get().busy()) {
            current.run().ifPresent(Run::stepEpoch);
        } else {
            start(Beginning.ONE_EPOCH);
        }
    }

    /** Goes on with the last run for as many epochs more as the settings say. */
    public void goOn() {
        Optional<RunFolder> kept = current.run().flatMap(Run::folder);
        if (kept.isPresent() && mayBegin()) {
            phase.set(Phase.STARTING);
            restart.more(kept.get().path(), this::refused);
        }
    }

    /** Ends the run. */
    public void stop() {
        phase.set(Phase.STOPPING);
        current.run().ifPresent(Run::stop);
    }

    /** Whether nothing would be lost by leaving: no run is in progress, or a person lets it be ended. */
    public boolean mayLeave() {
        return !phase.get().busy() || dialogs.askToStop();
    }

    private boolean mayBegin() {
        return !phase.get().busy() && !current.sweepingProperty().get();
    }

    private void start(Beginning beginning) {
        Optional<LoadedData> loaded = data.loaded();
        if (loaded.isEmpty() || !mayBegin()) {
            return;
        }
        phase.set(Phase.STARTING);
        Document document = session.wholePresent();
        Optional<Path> file = session.file();
        background.run(
                () -> {
                    TrainOptions made =
                            options.apply(file).startingWith(StartWeights.of(document, ShapeInference.infer(document)));
                    return beginning == Beginning.RUNNING
                            ? Trainer.start(document, loaded.get(), made)
                            : Trainer.startPaused(document, loaded.get(), made);
                },
                begun -> {
                    if (beginning == Beginning.ONE_STEP) {
                        begun.step();
                    } else if (beginning == Beginning.ONE_EPOCH) {
                        begun.stepEpoch();
                    }
                    current.begin(begun);
                },
                this::refused);
    }

    private void refused(Exception why) {
        phase.set(current.run().isEmpty() ? Phase.IDLE : Phase.ENDED);
        dialogs.error(String.valueOf(why.getMessage()));
    }

    @Override
    public void began(Run run) {
        phase.set(run.isPaused() ? Phase.PAUSED : Phase.RUNNING);
        guard.ifPresent(ExitGuard::close);
        guard = Optional.of(run.keepAtExit());
        restored = Optional.empty();
        diverged = Optional.empty();
        started = Optional.empty();
        finished = Optional.empty();
        step = 0;
        bestEpoch = 0;
        epochs.clear();
        result.set("");
        failure.set("");
        progress.set(RunProgress.starting());
    }

    @Override
    public void reading(StepReading reading) {
        step = reading.step();
        rateNow = reading.rate();
    }

    @Override
    public void happened(TrainEvent event) {
        refreshed = 0;
        if (event instanceof TrainEvent.Started start) {
            started = Optional.of(start);
            tellTitles();
            teller.clock().start();
        } else if (event instanceof TrainEvent.EpochEnded epoch) {
            if (epochs.size() == ROWS) {
                epochs.remove(ROWS - 1);
            }
            epochs.add(0, EpochRow.of(epoch, metric(), rateNow).withBest(epoch.epoch() == bestEpoch));
        } else if (event instanceof TrainEvent.Best best) {
            bestEpoch = best.epoch();
            epochs.replaceAll(row -> row.withBest(row.epoch() == bestEpoch));
        } else if (event instanceof TrainEvent.Paused) {
            teller.clock().pause();
            phase.set(Phase.PAUSED);
        } else if (event instanceof TrainEvent.Resumed) {
            teller.clock().resume();
            phase.set(Phase.RUNNING);
        } else if (event instanceof TrainEvent.Diverged end) {
            diverged = Optional.of(end);
        } else if (event instanceof TrainEvent.Restored back) {
            restored = Optional.of(back);
        } else if (event instanceof TrainEvent.Finished end) {
            teller.clock().pause();
            guard.ifPresent(ExitGuard::close);
            phase.set(Phase.ENDED);
            finished = Optional.of(end);
            result.set(sentence(end));
        } else if (event instanceof TrainEvent.Failed failed) {
            teller.clock().pause();
            guard.ifPresent(ExitGuard::close);
            phase.set(Phase.ENDED);
            failure.set(diverged.map(RunEnding::sentence).orElseGet(failed::message));
        }
    }

    @Override
    public void told() {
        long now = System.nanoTime();
        if (now - refreshed >= REFRESH_NANOS && started.isPresent()) {
            refreshed = now;
            TrainEvent.Started start = started.get();
            int epochsNow = current.run().map(run -> run.settings().epochs()).orElse(start.epochs());
            progress.set(teller.tell(step, start, epochsNow, rateNow, phase.get()));
        }
    }

    @Override
    public void dropped() {
        phase.set(Phase.IDLE);
        finished = Optional.empty();
        progress.set(RunProgress.NONE);
        epochs.clear();
        result.set("");
        failure.set("");
    }

    private String sentence(TrainEvent.Finished end) {
        return RunEnding.sentence(end, restored, started.flatMap(TrainEvent.Started::metric));
    }

    private Optional<MetricText> metric() {
        return started.flatMap(TrainEvent.Started::metric).map(MetricText::of);
    }

    /** The heading of the metric's column; empty where the run has none. */
    public ReadOnlyStringProperty metricTitleProperty() {
        return metricTitle.getReadOnlyProperty();
    }

    /** The heading of the column of the metric on the validation part; empty where the run has none. */
    public ReadOnlyStringProperty validationMetricTitleProperty() {
        return validationMetricTitle.getReadOnlyProperty();
    }

    /** What training is doing. */
    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** Whether no run is in progress. */
    public ObservableBooleanValue idleProperty() {
        return idle;
    }

    /** Why no run can be started; empty if one can. */
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** How far the run has come. */
    public ReadOnlyObjectProperty<RunProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** How the last run ended; empty before. */
    public ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Why the last run broke off; empty if it did not. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** What a run would take of the machine's memory, or why that would not fit; empty while none can be started. */
    public ReadOnlyStringProperty memoryProperty() {
        return memory.textProperty();
    }

    /** The parts of that memory; empty where it is not told. */
    public ReadOnlyStringProperty memoryPartsProperty() {
        return memory.partsProperty();
    }

    /** The epochs of the run, the latest first. */
    public ObservableList<EpochRow> epochs() {
        return epochs;
    }

    /** Changes whenever a person changes, or is about to change, the schedule. */
    public ReadOnlyIntegerProperty schedulingProperty() {
        return form.schedulingProperty();
    }

    /** What continuing the last run would do. */
    public ReadOnlyStringProperty continuingProperty() {
        return continuation.offerProperty();
    }

    /** Why the last run cannot be continued; empty if it can. */
    public ReadOnlyStringProperty continuingObstacleProperty() {
        return continuation.obstacleProperty();
    }

    /** The settings. */
    public ObservableList<FormEntry> entries() {
        return form.entries();
    }
}
