package jimu.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import jimu.app.fx.Background;
import jimu.app.fx.EventPump;
import jimu.app.session.CurrentRun;
import jimu.app.session.DataState;
import jimu.app.session.OpenData;
import jimu.app.session.RunFollower;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.data.LoadedData;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.runtime.KernelSet;
import jimu.engine.train.Part;
import jimu.engine.train.Readiness;
import jimu.engine.train.Run;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Evaluates the open network with the weights in use on a part of its data, when asked or after each epoch, and says which pictures
 * of the result there are. For the JavaFX thread only.
 */
public final class EvaluateViewModel implements RunFollower {
    private static final Logger LOG = LoggerFactory.getLogger(EvaluateViewModel.class);
    private static final List<Part> PARTS = List.of(Part.VALIDATION, Part.TEST, Part.TRAIN);

    private final Session session;
    private final OpenData data;
    private final CurrentRun current;
    private final Background background;
    private final EventPump pump;
    private final List<KernelSet> sets;
    private final ObservableList<String> parts = FXCollections.observableArrayList();
    private final IntegerProperty part = new SimpleIntegerProperty(this, "part");
    private final BooleanProperty eachEpoch = new SimpleBooleanProperty(this, "eachEpoch");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(this, "share");
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale");
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper(this, "obstacle", "");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyObjectWrapper<Optional<Evaluated>> evaluated =
            new ReadOnlyObjectWrapper<>(this, "evaluated", Optional.empty());
    private final ObservableList<Figure> figures = FXCollections.observableArrayList();
    private final ObservableList<Chapter> chapters = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Chapter>> chapter =
            new SimpleObjectProperty<>(this, "chapter", Optional.empty());
    private final ObservableList<String> losses = FXCollections.observableArrayList();
    private final IntegerProperty loss = new SimpleIntegerProperty(this, "loss");
    private List<String> paths = List.of();
    private Optional<Evaluating> job = Optional.empty();
    private boolean overtaken;

    /** Evaluates the session's document on its data with the weights of the current run; {@code pump} follows the progress. */
    public EvaluateViewModel(
            Session session,
            OpenData data,
            CurrentRun current,
            Background background,
            EventPump pump,
            List<KernelSet> sets) {
        this.session = session;
        this.data = data;
        this.current = current;
        this.background = background;
        this.pump = pump;
        this.sets = sets;
        session.openingsProperty().addListener((value, old, now) -> drop());
        session.documentProperty().addListener((value, old, now) -> refresh());
        data.stateProperty().addListener((value, old, now) -> refresh());
        part.addListener((value, old, now) -> refresh());
        loss.addListener((value, old, now) -> evaluated.get().ifPresent(this::show));
        current.follow(this);
        current.loadedProperty().addListener((value, old, now) -> reweigh());
        Texts.follow(this, EvaluateViewModel::retell);
        retell();
    }

    private void retell() {
        int chosen = part.get();
        parts.setAll(PARTS.stream().map(EvaluateViewModel::name).toList());
        part.set(Math.max(0, chosen));
        nameLosses();
        refresh();
        tell();
    }

    private void nameLosses() {
        losses.setAll(
                paths.stream().map(path -> Texts.of("evaluate.loss.of", path)).toList());
    }

    /** Other weights are in use: what was found is of those before and is found anew, unless a training is about to change them. */
    private void reweigh() {
        boolean follows = eachEpoch.get()
                || (evaluated.get().isPresent() && !current.activeProperty().get());
        evaluated.get().ifPresent(old -> stale.set(true));
        overtaken = busy.get() && follows;
        if (overtaken) {
            cancel();
        } else if (follows) {
            evaluate();
        }
    }

    private static String name(Part part) {
        return Texts.of("evaluate.part." + part.name().toLowerCase(Locale.ROOT));
    }

    private Part chosen() {
        return PARTS.get(Math.max(0, part.get()));
    }

    private void refresh() {
        obstacle.set(why().orElse(""));
        evaluated
                .get()
                .filter(old -> !old.document().sameNetwork(session.whole())
                        || !old.document().data().equals(session.whole().data())
                        || old.evaluation().part() != chosen())
                .ifPresent(old -> stale.set(true));
        offer();
    }

    /** What keeps the network from being evaluated, with what to do. */
    private Optional<String> why() {
        Inference inference = session.wholeInference();
        DataState now = data.state();
        Optional<String> unready =
                Readiness.check(inference).stream().findFirst().map(Finding::advice);
        if (unready.isPresent()) {
            return unready;
        } else if (now instanceof DataState.Failed failed) {
            return Optional.of(failed.sentence());
        } else if (now instanceof DataState.Loading) {
            return Optional.of(Texts.of("evaluate.data.loading"));
        } else if (data.loaded().isEmpty()) {
            return Optional.of(Texts.of("evaluate.data.none"));
        }
        LoadedData loaded = data.loaded().get();
        Optional<String> unfit =
                Readiness.check(inference, loaded).stream().findFirst().map(Finding::advice);
        return unfit.isPresent() || chosen().of(loaded).size() > 0
                ? unfit
                : Optional.of(Texts.of("evaluate.part.empty", name(chosen())));
    }

    /** Evaluates, unless that is under way or something keeps it. */
    public void evaluate() {
        refresh();
        if (busy.get() || !obstacle.get().isEmpty() || data.loaded().isEmpty()) {
            return;
        }
        Evaluating begun = new Evaluating(
                session.whole(), session.wholeInference(), data.loaded().get(), chosen(), current, sets);
        job = Optional.of(begun);
        overtaken = false;
        failure.set("");
        share.set(0);
        busy.set(true);
        pump.start(() -> share.set(begun.share()));
        background.run(begun, found -> finish(begun, found), wrong -> fail(begun, wrong));
    }

    /** Ends an evaluation that is under way; the result before it stays. */
    public void cancel() {
        job.ifPresent(Evaluating::cancel);
    }

    private void finish(Evaluating done, Optional<Evaluated> found) {
        if (!job.equals(Optional.of(done))) {
            return;
        }
        end();
        if (found.isPresent()) {
            List<String> told = found.get().losses();
            if (!paths.equals(told)) {
                paths = told;
                loss.set(0);
                nameLosses();
            }
            show(found.get());
            stale.set(overtaken);
        }
        if (overtaken) {
            evaluate();
        }
    }

    private void show(Evaluated found) {
        int chosen = loss.get();
        evaluated.set(
                Optional.of(chosen >= 0 && chosen < paths.size() ? found.beginningWith(paths.get(chosen)) : found));
        tell();
        offer();
    }

    private void fail(Evaluating done, Exception wrong) {
        if (!job.equals(Optional.of(done))) {
            return;
        }
        LOG.debug("Evaluating broke off", wrong);
        end();
        String message = wrong.getMessage() == null ? wrong.toString() : wrong.getMessage();
        failure.set(Texts.of("evaluate.failed", message));
    }

    private void end() {
        job = Optional.empty();
        pump.stop();
        busy.set(false);
    }

    private void drop() {
        cancel();
        end();
        evaluated.set(Optional.empty());
        stale.set(false);
        failure.set("");
        tell();
        refresh();
    }

    private void tell() {
        figures.setAll(evaluated.get().map(Figures::of).orElse(List.of()));
    }

    /** Keeps what is looked at while it is still there. */
    private void offer() {
        List<Chapter> now = new ArrayList<>(evaluated.get().map(Chapter::of).orElse(List.of()));
        if (DrawnInput.of(session.wholeInference(), data.loaded()).isPresent()) {
            now.add(Chapter.DRAW);
        }
        if (!chapters.equals(now)) {
            Optional<Chapter> before = chapter.get();
            boolean first = chapters.stream().allMatch(one -> one == Chapter.DRAW);
            chapters.setAll(now);
            boolean keep = before.filter(now::contains).isPresent() && !(first && before.get() == Chapter.DRAW);
            chapter.set(keep ? before : now.stream().findFirst());
        }
    }

    /** Turns to the pad on which pictures are drawn and shown, if there is one. */
    public void turnToPad() {
        if (chapters.contains(Chapter.DRAW)) {
            chapter.set(Optional.of(Chapter.DRAW));
        }
    }

    @Override
    public void began(Run run) {
        evaluated.get().ifPresent(old -> stale.set(true));
    }

    @Override
    public void reading(StepReading reading) {
        if (!stale.get() && evaluated.get().isPresent()) {
            stale.set(true);
        }
    }

    @Override
    public void happened(TrainEvent event) {
        if (event instanceof TrainEvent.EpochEnded && eachEpoch.get()) {
            evaluate();
        }
    }

    /** The names of the parts of the data. */
    ObservableList<String> parts() {
        return parts;
    }

    /** The place of the chosen part among them. */
    IntegerProperty partProperty() {
        return part;
    }

    /** The losses among which a person may choose the one whose answers are shown; none where there is no choice. */
    ObservableList<String> losses() {
        return losses;
    }

    /** The place of the chosen loss among them. */
    IntegerProperty lossProperty() {
        return loss;
    }

    /** Whether to evaluate whenever an epoch has ended, or other weights are put in place. */
    BooleanProperty eachEpochProperty() {
        return eachEpoch;
    }

    /** Whether an evaluation is under way. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** How far it has come. */
    ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /** Whether network, weights, data or part have changed since. */
    ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** What keeps the network from being evaluated; empty if nothing does. */
    ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** Why the last evaluation broke off; empty if it did not. */
    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The last result. */
    ReadOnlyObjectProperty<Optional<Evaluated>> evaluatedProperty() {
        return evaluated.getReadOnlyProperty();
    }

    /** Its figures. */
    ObservableList<Figure> figures() {
        return figures;
    }

    /** The pictures of it that there are. */
    ObservableList<Chapter> chapters() {
        return chapters;
    }

    /** The one that is looked at. */
    ObjectProperty<Optional<Chapter>> chapterProperty() {
        return chapter;
    }
}
