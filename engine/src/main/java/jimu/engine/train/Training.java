package jimu.engine.train;

import java.util.Optional;
import java.util.function.Supplier;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.EarlyStopping;
import jimu.engine.graph.FinalWeights;
import jimu.engine.io.FileException;
import jimu.engine.train.TrainEvent.Ending;
import jimu.engine.train.TrainEvent.Score;
import jimu.engine.train.optimizer.Optimizer;

/** Trains a network from where it stands to its end: batches, readings of the validation part, epochs. */
final class Training {
    private final Run run;
    private final LoadedData data;
    private final LiveSettings settings;
    private final Progress progress;
    private final Epochs batches;
    private final Network network;
    private final Keeping keeping;
    private final Insight insight;
    private final Scoring scoring;
    private final Updater updater;
    private final Stepper stepper;
    private final StateKeeper numbers;
    private final BestWeights best;
    private final Runnable onPause = this::paused;
    private final Runnable onResume = this::resumed;
    private final Supplier<TrainState> now = this::state;
    private Optimizer rule;
    private boolean stalled;

    Training(
            Run run,
            LoadedData data,
            LiveSettings settings,
            Progress progress,
            Epochs batches,
            Network network,
            Keeping keeping,
            Insight insight) {
        this.run = run;
        this.data = data;
        this.settings = settings;
        this.progress = progress;
        this.batches = batches;
        this.network = network;
        this.keeping = keeping;
        this.insight = insight;
        scoring = Scoring.of(run.inference(), settings.now().validation().monitor());
        rule = settings.optimizer().after(progress.epoch() - 1, progress.step(), settings.course());
        updater = new Updater(rule, settings.clipping(), network.weights(), network.steps());
        stepper = new Stepper(network, updater, run.control()::isStopping);
        numbers = new StateKeeper(network.weights(), updater);
        best = BestWeights.of(network.weights(), network.steps(), run.preprocessing(), keeping.folder());
    }

    /** Gives the network its first weights, or those from which an earlier run goes on with all else that it needs. */
    void begin(TrainOptions options) throws FileException {
        if (options.from().isEmpty()) {
            network.weights().draw(run.inference(), settings.now().seed());
            options.start().ifPresent(network.weights()::keep);
            updater.prepare(run.control()::isStopping);
            return;
        }
        TrainState from = options.from().get();
        numbers.restoreWeights(from.weights());
        if (from.optimizer().equals(settings.now().optimizer().type())) {
            numbers.restoreMemory(from.memory());
        }
        if (from.best().isPresent()) {
            best.take(from.best().get());
        }
        progress.resume(from.sums(), network.training(batches.count(0)));
        run.ring().startAfter(progress.step());
        judgePatience();
    }

    /** Writes down all that is needed to go on from here. */
    void checkpoint() throws FileException {
        keeping.checkpoint(settings.now(), now);
    }

    /** The same without giving up an earlier one. */
    void oneMoreCheckpoint() throws FileException {
        keeping.oneMore(settings.now(), now);
    }

    /** Trains to the end, whichever comes first. */
    Ending toEnd() throws FileException {
        progress.resume();
        best.finish();
        while (true) {
            if (!look()) {
                return Ending.STOPPED;
            }
            if (stalled) {
                return Ending.EARLY;
            }
            if (isDone()) {
                return Ending.PLANNED;
            }
            keeping.betweenBatches(progress.step(), settings.now(), now);
            boolean go = run.control().proceed(onPause, onResume);
            progress.resume();
            if (!go) {
                return Ending.STOPPED;
            }
            if (isDone()) {
                return Ending.PLANNED;
            }
            if (!step()) {
                return Ending.STOPPED;
            }
        }
    }

    /** Puts the best weights in place of the last ones, where that is wanted. */
    void endWithBest() throws FileException {
        best.finish();
        Optional<TrainEvent.Best> event = best.event();
        if (settings.now().validation().finalWeights() == FinalWeights.BEST
                && event.isPresent()
                && event.get().step() != progress.step()) {
            best.restore();
            network.parametersChanged();
            keeping.tell(
                    new TrainEvent.Restored(event.get().epoch(), event.get().step()));
        }
    }

    /** Loss and metrics on the test part; empty if there is none, or the run is stopped meanwhile. */
    Optional<Score> test() {
        return network.evaluate(Part.TEST, batches.count(0), run.control()::attend, () -> {});
    }

    /** Where the run stands between two steps, with numbers that are read when they are asked for. */
    private TrainState state() {
        return new TrainState(
                progress.step(),
                progress.epoch() - 1,
                progress.samples(),
                batches.samples(),
                data.train().size(),
                progress.sums(),
                progress.validation(),
                progress.losses(),
                progress.scores(),
                best.state(),
                Optional.empty(),
                progress.seconds(),
                settings.now().optimizer().type(),
                numbers.weights(),
                numbers.memory());
    }

    /** After a step: reads the validation part where that is due, and ends the epoch where it is over; false if stopped meanwhile. */
    private boolean look() throws FileException {
        boolean over = batches.isOver(progress.samples());
        boolean due = !progress.isValidated()
                && batches.isDue(settings.now(), progress.step(), progress.epoch(), progress.samples());
        if (!over && !due) {
            return true;
        }
        Optional<Score> validation = Optional.empty();
        if (due && data.validation().size() > 0) {
            validation = network.evaluate(
                    Part.VALIDATION,
                    batches.count(0),
                    run.control()::attend,
                    () -> batches.readAheadAfter(network, settings.now(), progress.epoch(), progress.samples()));
            if (validation.isEmpty()) {
                return false;
            }
        }
        progress.validated();
        Optional<TrainEvent.Best> better = due ? judge(validation) : Optional.empty();
        if (over) {
            TrainEvent.EpochEnded ended = new TrainEvent.EpochEnded(
                    progress.epoch(), progress.step(), progress.training(), validation, progress.epochSeconds());
            keeping.tell(ended);
            tell(insight.after(ended));
        } else if (validation.isPresent()) {
            keeping.tell(new TrainEvent.Validated(progress.epoch(), progress.step(), validation.get()));
        }
        if (better.isPresent()) {
            keeping.tell(better.get());
        }
        if (over) {
            progress.nextEpoch();
            keeping.afterEpoch(progress.epoch() - 1, settings.now(), now);
            if (progress.epoch() <= settings.now().epochs()) {
                run.control().epochEnded();
            }
        }
        refreshRule();
        return true;
    }

    /** Notes a reading, and keeps the weights if it is the best. */
    private Optional<TrainEvent.Best> judge(Optional<Score> validation) throws FileException {
        Score seen = validation.orElseGet(progress::training);
        double reading = scoring.of(seen);
        double score = scoring.turned(reading);
        double least = best.event().map(event -> scoring.turned(event.score())).orElse(Double.POSITIVE_INFINITY);
        progress.read(seen.loss(), score);
        progress.forget(settings.watched());
        judgePatience();
        if (score >= least) {
            return Optional.empty();
        }
        Part part = validation.isPresent() ? Part.VALIDATION : Part.TRAIN;
        TrainEvent.Best event = new TrainEvent.Best(progress.epoch(), progress.step(), part, scoring.name(), reading);
        best.keep(event);
        return Optional.of(event);
    }

    private void judgePatience() {
        Optional<EarlyStopping> stopping = settings.now().validation().stopping();
        stalled = stopping.isPresent() && stopping.get().isOver(progress.scores());
    }

    private void refreshRule() {
        rule = settings.optimizer().after(progress.epoch() - 1, progress.step(), settings.course());
    }

    /** Whether all epochs are done, after taking over what a person has changed. */
    private boolean isDone() throws FileException {
        for (SettingChange change : settings.take()) {
            keeping.tell(change.at(progress.step() + 1, run.document()));
            updater.clip(settings.clipping());
            network.weigh(settings.now().lossWeights());
            judgePatience();
            refreshRule();
        }
        return progress.epoch() > settings.now().epochs();
    }

    /** Makes a step; false if the run was stopped in its midst. */
    private boolean step() throws FileException {
        int from = progress.samples();
        int count = batches.count(from);
        Pass pass = network.training(count);
        pass.read(batches.of(progress.epoch(), settings.now()), from);
        batches.readAhead(network, settings.now(), progress.step() + 1, progress.epoch(), from + count);
        if (settings.optimizer().changesWithinEpochs()) {
            refreshRule();
        }
        switch (stepper.step(pass, rule, progress.step() + 1)) {
            case HALTED -> {
                return false;
            }
            case DIVERGED -> throw diverged(from);
            case MADE -> {}
        }
        double metric = pass.metric();
        progress.made(pass, stepper.loss(), count);
        run.ring().add((float) stepper.loss(), (float) metric, (float) rule.lr(), (float) stepper.gradientNorm());
        if (insight.due(progress.step())) {
            tell(insight.after(network.weights(), progress.step()));
        }
        return true;
    }

    private void tell(Optional<TrainEvent> event) throws FileException {
        if (event.isPresent()) {
            keeping.tell(event.get());
        }
    }

    private DivergedException diverged(int from) throws FileException {
        TrainEvent.Diverged event = new TrainEvent.Diverged(
                progress.step() + 1, progress.epoch(), from / batches.count(0) + 1, stepper.culprit());
        keeping.tell(event);
        return new DivergedException(event);
    }

    private void paused() {
        progress.pause();
        run.tell(new TrainEvent.Paused(progress.step() + 1));
    }

    private void resumed() {
        progress.resume();
        if (run.control().state() == Control.State.RUNNING) {
            run.tell(new TrainEvent.Resumed(progress.step() + 1));
        }
    }
}
