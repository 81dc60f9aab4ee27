package jimu.app.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import jimu.app.fx.Background;
import jimu.app.fx.Dialogs;
import jimu.app.fx.FileKind;
import jimu.app.fx.Latest;
import jimu.app.session.CurrentRun;
import jimu.app.session.OverlaidRuns;
import jimu.app.session.RunFollower;
import jimu.app.session.RunRestart;
import jimu.app.session.Session;
import jimu.app.text.RunText;
import jimu.app.text.Texts;
import jimu.engine.runs.KeptRun;
import jimu.engine.runs.RunDifference;
import jimu.engine.runs.RunHistory;
import jimu.engine.runs.RunNotes;
import jimu.engine.runs.RunStore;
import jimu.engine.train.Run;
import jimu.engine.train.TrainEvent;

/** The kept runs of the open document, and what can be done with those that are selected. For the JavaFX thread only. */
public final class RunsViewModel implements RunFollower {
    /** While a run goes on, its row is told anew no more often than this. */
    private static final long REST_NANOS = 2_000_000_000;

    private final Session session;
    private final CurrentRun current;
    private final Dialogs dialogs;
    private final OverlaidRuns overlaid;
    private final Supplier<RunStore> store;
    private final RunActions actions;
    private final RunRestart restart;
    private final TimeTravel travel;
    private final Background background;
    private final Latest listing;
    private final Latest comparing;
    private final ObservableList<RunRow> all = FXCollections.observableArrayList();
    private final FilteredList<RunRow> shown = new FilteredList<>(all);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final BooleanProperty starred = new SimpleBooleanProperty(this, "starred");
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper(this, "outdated", true);
    private final ReadOnlyObjectWrapper<List<RunRow>> selected =
            new ReadOnlyObjectWrapper<>(this, "selected", List.of());
    private final ReadOnlyObjectWrapper<Optional<Compared>> compared =
            new ReadOnlyObjectWrapper<>(this, "compared", Optional.empty());
    private long read;

    /** {@code store} gives the runs of the document that is open. */
    public RunsViewModel(
            Session session,
            CurrentRun current,
            OverlaidRuns overlaid,
            RunRestart restart,
            Background background,
            Dialogs dialogs,
            Supplier<RunStore> store,
            RunActions actions) {
        this.session = session;
        this.current = current;
        this.dialogs = dialogs;
        this.overlaid = overlaid;
        this.store = store;
        this.actions = actions;
        this.restart = restart;
        this.background = background;
        listing = new Latest(background);
        comparing = new Latest(background);
        travel = new TimeTravel(current, background, this::fail);
        session.openingsProperty().addListener((value, old, now) -> {
            all.clear();
            overlaid.runs().clear();
            refresh();
        });
        session.fileProperty().addListener((value, old, now) -> refresh());
        filter.addListener((value, old, now) -> filter());
        starred.addListener((value, old, now) -> filter());
        current.follow(this);
        Texts.follow(this, model -> model.compare(model.selected.get()));
    }

    private void filter() {
        String wanted = filter.get().strip();
        shown.setPredicate(row -> (wanted.isEmpty() || row.matches(wanted))
                && (!starred.get() || row.run().notes().star()));
    }

    /** Notes that the runs are to be read anew as soon as anybody looks. */
    void refresh() {
        outdated.set(true);
    }

    /** Reads the runs anew if they have changed; called by who looks. */
    void catchUp() {
        if (outdated.get()) {
            outdated.set(false);
            read = System.nanoTime();
            RunStore now = store.get();
            listing.run(() -> RunRow.of(now.list()), this::show, this::fail);
        }
    }

    private void show(List<RunRow> rows) {
        List<String> chosen =
                selected.get().stream().map(row -> row.run().name()).toList();
        if (!all.equals(rows)) {
            all.setAll(rows);
        }
        select(rows.stream().filter(row -> chosen.contains(row.run().name())).toList());
    }

    private void fail(Exception failure) {
        dialogs.error(String.valueOf(failure.getMessage()));
    }

    /** Turns to these rows. */
    void select(List<RunRow> rows) {
        if (rows.equals(selected.get())) {
            travel.show(one().map(RunRow::run));
            return;
        }
        selected.set(List.copyOf(rows));
        travel.show(one().map(RunRow::run));
        compare(rows);
    }

    /** The only selected row, if exactly one is. */
    private Optional<RunRow> one() {
        return selected.get().size() == 1 ? Optional.of(selected.get().get(0)) : Optional.empty();
    }

    private void compare(List<RunRow> rows) {
        if (rows.size() == 1 && rows.get(0).run().broken().isPresent()) {
            String wrong = rows.get(0).run().broken().get();
            compared.set(
                    Optional.of(new Compared(Texts.of("runs.state.broken"), List.of(new Compared.Line("", wrong)))));
        } else if (rows.size() == 1 && !rows.get(0).before().isEmpty()) {
            RunRow row = rows.get(0);
            RunDifference difference = new RunDifference(row.changes(), List.of(), Optional.empty());
            compared.set(Optional.of(Compared.of(row.before(), row.run().label(), difference)));
        } else if (rows.size() == 2) {
            List<RunRow> pair = new ArrayList<>(rows);
            pair.sort(java.util.Comparator.comparing(all::indexOf, java.util.Comparator.reverseOrder()));
            compare(pair.get(0).run(), pair.get(1).run());
        } else {
            comparing.forget();
            compared.set(Optional.empty());
        }
    }

    private void compare(KeptRun before, KeptRun after) {
        if (before.document().isEmpty() || after.document().isEmpty()) {
            compared.set(Optional.empty());
            return;
        }
        comparing.run(
                () -> Compared.of(
                        before.label(),
                        after.label(),
                        RunDifference.of(
                                        before.document().orElseThrow(),
                                        after.document().orElseThrow())
                                .with(RunHistory.read(before.metrics()), RunHistory.read(after.metrics()))),
                difference -> compared.set(Optional.of(difference)),
                this::fail);
    }

    /** Marks a run, or takes its mark away. */
    void star(RunRow row) {
        keep(row, row.run().notes().withOtherStar());
    }

    /** Writes down what a person says about a run. */
    void note(RunRow row, String text) {
        if (!row.run().notes().text().equals(text)) {
            keep(row, row.run().notes().withText(text));
        }
    }

    private void keep(RunRow row, RunNotes notes) {
        background.run(
                () -> RunStore.keep(row.run(), notes),
                kept -> {
                    int index = place(kept);
                    if (index >= 0) {
                        RunRow now = new RunRow(kept, row.before(), row.changes());
                        List<RunRow> chosen = selected.get();
                        all.set(index, now);
                        selected.set(chosen.stream()
                                .map(one -> one.run().folder().equals(kept.folder()) ? now : one)
                                .toList());
                    }
                },
                this::fail);
    }

    private int place(KeptRun run) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).run().folder().equals(run.folder())) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a run is drawn over the current one. */
    boolean isOverlaid(RunRow row) {
        String id = row.run().folder().toString();
        return overlaid.runs().stream().anyMatch(one -> one.id().equals(id));
    }

    /** Draws the selected runs over the current one; takes them away if all of them are drawn. */
    void overlay() {
        List<RunRow> rows = selected.get();
        if (rows.stream().allMatch(this::isOverlaid)) {
            List<String> ids =
                    rows.stream().map(row -> row.run().folder().toString()).toList();
            overlaid.runs().removeIf(one -> ids.contains(one.id()));
            return;
        }
        overlaid.runs()
                .addAll(rows.stream()
                        .filter(row -> !isOverlaid(row))
                        .map(row -> overlay(row.run()))
                        .toList());
    }

    private static OverlaidRuns.Overlaid overlay(KeptRun run) {
        return new OverlaidRuns.Overlaid(
                run.folder().toString(),
                () -> Texts.of("runs.name", run.label()),
                follower -> RunHistory.read(run.metrics()).replay(follower::reading, follower::happened));
    }

    /** Puts the last weights of the selected run in the place of the current ones. */
    void useWeights() {
        one().map(RunRow::run)
                .ifPresent(run -> background.run(
                        () -> RunWeights.last(run, Texts.of("runs.name", run.label())), current::use, this::fail));
    }

    /** Puts the weights of the selected run's best reading in the place of the current ones. */
    void useBest() {
        one().map(RunRow::run)
                .ifPresent(run -> background.run(
                        () -> RunWeights.best(run, Texts.of("runs.best.name", run.label())), current::use, this::fail));
    }

    /** Has the selected run go on where it was left. */
    void resume() {
        one().ifPresent(row -> restart.resume(row.run(), this::fail));
    }

    /** Begins a new run where the selected one stood at the checkpoint of the slider, or at the latest. */
    void branch() {
        Optional<RunRow> row = one();
        if (row.isPresent()) {
            restart.branch(row.get().run(), travel.checkpoint(), store.get(), this::fail);
        }
    }

    /** Opens the network of the selected run as a document of its own. */
    void open() {
        one().map(RunRow::run)
                .filter(run -> run.document().isPresent())
                .ifPresent(run -> actions.open(
                        run.document().get(),
                        Texts.of(
                                "runs.open.name",
                                FileKind.JIMU.bare(session.nameProperty().get()),
                                run.label())));
    }

    /** Trains the open document and the network of the selected run, with its settings, in turn. */
    void trainTwins() {
        one().map(RunRow::run)
                .filter(run -> run.document().isPresent())
                .ifPresent(run -> actions.trainTwins(run.document().get(), () -> Texts.of("runs.name", run.label())));
    }

    /** Shows the folder of the selected run. */
    void openFolder() {
        one().ifPresent(row -> actions.show(row.run().folder()));
    }

    /** Deletes the selected runs after asking. */
    void delete() {
        List<KeptRun> doomed = selected.get().stream().map(RunRow::run).toList();
        String names = String.join(", ", doomed.stream().map(KeptRun::label).toList());
        if (doomed.isEmpty()
                || !dialogs.ask(
                        Texts.of("runs.delete"),
                        Texts.of("runs.delete.question", names),
                        Texts.of("runs.delete.yes"))) {
            return;
        }
        RunStore from = store.get();
        overlaid.runs()
                .removeIf(one ->
                        doomed.stream().anyMatch(run -> run.folder().toString().equals(one.id())));
        background.run(
                () -> {
                    for (KeptRun run : doomed) {
                        from.delete(run);
                    }
                    return doomed;
                },
                gone -> refresh(),
                failure -> {
                    fail(failure);
                    refresh();
                });
    }

    @Override
    public void began(Run run) {
        refresh();
    }

    @Override
    public void happened(TrainEvent event) {
        if (event instanceof TrainEvent.Started
                || event instanceof TrainEvent.Finished
                || event instanceof TrainEvent.Failed) {
            refresh();
        } else if (event instanceof TrainEvent.EpochEnded && System.nanoTime() - read >= REST_NANOS) {
            refresh();
        }
    }

    /** What is told about a run in a line: where and with what it was made. */
    static String facts(KeptRun run) {
        return run.environment()
                .map(environment -> Texts.of(
                        "runs.facts",
                        new RunText(run).when(),
                        environment.cpu(),
                        environment.threads(),
                        String.join(" + ", environment.kernels()),
                        environment.java(),
                        environment.jimu()))
                .orElse("");
    }

    /** The runs that match the filter, the newest first. */
    ObservableList<RunRow> rows() {
        return shown;
    }

    /** The words that a run must have to be shown. */
    StringProperty filterProperty() {
        return filter;
    }

    /** Whether only marked runs are shown. */
    BooleanProperty starredProperty() {
        return starred;
    }

    /** Whether the runs are to be read anew. */
    ReadOnlyBooleanProperty outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }

    /** The runs that are drawn over the current one. */
    ObservableList<OverlaidRuns.Overlaid> overlaid() {
        return overlaid.runs();
    }

    /** The selected runs. */
    ReadOnlyObjectProperty<List<RunRow>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** In what the selected run differs from the one before, or the second of two selected from the first. */
    ReadOnlyObjectProperty<Optional<Compared>> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** The slider over the selected run's checkpoints. */
    TimeTravel travel() {
        return travel;
    }
}
