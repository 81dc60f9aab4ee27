package jimu.app.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import jimu.app.fx.Background;
import jimu.app.fx.Dialogs;
import jimu.app.fx.EventPump;
import jimu.app.fx.FileKind;
import jimu.app.session.CurrentRun;
import jimu.app.session.OpenData;
import jimu.app.session.Session;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Document;
import jimu.engine.sweep.Space;
import jimu.engine.sweep.Sweep;
import jimu.engine.sweep.SweepException;
import jimu.engine.sweep.SweepFolder;
import jimu.engine.sweep.SweepPlan;
import jimu.engine.sweep.SweepResult;
import org.jspecify.annotations.Nullable;

/** Starts and steers the sweep of the open document, and tells what comes of its variants. */
public final class SweepViewModel {
    private static final long REFRESH_NANOS = 200_000_000;

    private final Session session;
    private final OpenData data;
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper(this, "obstacle");
    private final Background background;
    private final Dialogs dialogs;
    private final EventPump pump;
    private final SweepPlaces places;
    private final PlanViewModel plan;
    private final ParallelViewModel parallel = new ParallelViewModel();
    private final ScatterViewModel scatter = new ScatterViewModel();
    private final ReadOnlyObjectWrapper<SweepPhase> phase = new ReadOnlyObjectWrapper<>(this, "phase", SweepPhase.IDLE);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
    private final ReadOnlyObjectWrapper<List<String>> knobs = new ReadOnlyObjectWrapper<>(this, "knobs", List.of());
    private final ObservableList<SweepResult> results = FXCollections.observableArrayList();
    private final ObservableList<String> kept = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<SweepResult>> selected =
            new SimpleObjectProperty<>(this, "selected", Optional.empty());
    private Optional<Shown> shown = Optional.empty();
    private @Nullable Sweep sweep;
    private long revision = -1;
    private long refreshed;

    /** The sweep whose results are shown. */
    private record Shown(SweepFolder folder, Document document, SweepPlan plan, double seconds) {}

    /** {@code unready} tells why the document cannot be trained now. */
    public SweepViewModel(
            Session session,
            OpenData data,
            ReadOnlyStringProperty unready,
            CurrentRun current,
            Background background,
            Dialogs dialogs,
            EventPump pump,
            SweepPlaces places) {
        this.session = session;
        this.data = data;
        this.background = background;
        this.dialogs = dialogs;
        this.pump = pump;
        this.places = places;
        this.plan = new PlanViewModel(session);
        obstacle.bind(Bindings.createStringBinding(
                () -> current.activeProperty().get() ? Texts.of("sweep.training") : unready.get(),
                current.activeProperty(),
                unready,
                Texts.language()));
        phase.addListener((value, old, now) -> current.sweepingProperty().set(now.busy()));
        session.openingsProperty().addListener((value, old, now) -> leave());
        Texts.follow(this, SweepViewModel::tell);
    }

    private void leave() {
        Sweep left = sweep;
        if (left != null) {
            left.stop();
        }
        pump.stop();
        sweep = null;
        shown = Optional.empty();
        phase.set(SweepPhase.IDLE);
        show(List.of());
        status.set("");
        kept.clear();
    }

    /** Looks at the open document's knobs and earlier sweeps; to be called when a person comes to see them. */
    public void see() {
        plan.see();
        listKept();
    }

    private Path runs() {
        return places.runs(session.file(), session.nameProperty().get());
    }

    private void listKept() {
        Path runs = runs();
        background.run(
                () -> SweepFolder.list(runs).stream().map(SweepFolder::name).toList(),
                kept::setAll,
                wrong -> dialogs.error(String.valueOf(wrong.getMessage())));
    }

    /** Shows an earlier sweep of the document. */
    public void open(String name) {
        if (phase.get().busy()) {
            return;
        }
        SweepFolder folder = new SweepFolder(runs().resolve(name));
        background.run(
                folder::read, read -> shown(folder, read), wrong -> dialogs.error(String.valueOf(wrong.getMessage())));
    }

    private void shown(SweepFolder folder, SweepFolder.Kept read) {
        sweep = null;
        shown = Optional.of(new Shown(folder, read.document(), read.plan(), read.seconds()));
        show(read.results());
        tell();
    }

    /** Starts what is planned. */
    public void start() {
        Optional<SweepPlan> planned = plan.plan();
        if (planned.isEmpty()) {
            return;
        }
        Document document = session.wholePresent();
        Path runs = runs();
        begin(loaded -> Sweep.start(document, loaded, planned.get(), places.options(SweepFolder.next(runs))));
    }

    /** Goes on with the sweep that is shown, or with one that is paused. */
    public void goOn() {
        Sweep paused = sweep;
        if (paused != null && phase.get() == SweepPhase.PAUSED) {
            paused.resume();
            phase.set(SweepPhase.RUNNING);
        } else {
            shown.ifPresent(left -> begin(loaded -> Sweep.resume(loaded, places.options(left.folder()))));
        }
    }

    /** Makes a sweep of loaded data. */
    private interface Beginning {
        Sweep of(LoadedData data) throws Exception;
    }

    private void begin(Beginning beginning) {
        Optional<LoadedData> loaded = data.loaded();
        if (phase.get().busy()) {
            return;
        }
        if (loaded.isEmpty() || !obstacle.get().isEmpty()) {
            dialogs.error(obstacle.get().isEmpty() ? Texts.of("sweep.data") : obstacle.get());
            return;
        }
        phase.set(SweepPhase.STARTING);
        Callable<Sweep> work = () -> beginning.of(loaded.get());
        background.run(work, this::began, wrong -> {
            phase.set(SweepPhase.IDLE);
            dialogs.error(String.valueOf(wrong.getMessage()));
        });
    }

    private void began(Sweep next) {
        sweep = next;
        shown = Optional.of(new Shown(next.folder(), next.document(), next.plan(), 0));
        phase.set(SweepPhase.RUNNING);
        revision = -1;
        refreshed = 0;
        show(List.of());
        pump.start(this::pulse);
    }

    private void pulse() {
        Sweep now = sweep;
        if (now == null) {
            return;
        }
        boolean over = now.isOver();
        if (!over && System.nanoTime() - refreshed < REFRESH_NANOS) {
            return;
        }
        refreshed = System.nanoTime();
        if (revision != now.revision()) {
            revision = now.revision();
            show(now.results());
        }
        if (over) {
            pump.stop();
            phase.set(SweepPhase.IDLE);
            shown = Optional.of(new Shown(now.folder(), now.document(), now.plan(), now.seconds()));
            now.failure().ifPresent(dialogs::error);
            listKept();
        }
        tell();
    }

    private void show(List<SweepResult> now) {
        List<String> names =
                now.isEmpty() ? List.of() : List.copyOf(now.get(0).values().keySet());
        if (!names.equals(knobs.get())) {
            results.clear();
            knobs.set(names);
        }
        if (results.size() == now.size()) {
            for (int i = 0; i < now.size(); i++) {
                if (!results.get(i).equals(now.get(i))) {
                    results.set(i, now.get(i));
                }
            }
        } else {
            results.setAll(now);
        }
        selected.set(selected.get()
                .flatMap(one -> one.number() <= now.size()
                                && names.equals(List.copyOf(one.values().keySet()))
                        ? Optional.of(now.get(one.number() - 1))
                        : Optional.empty()));
        parallel.show(names, now);
        scatter.show(now);
    }

    private void tell() {
        if (results.isEmpty()) {
            status.set("");
            return;
        }
        long done = results.stream().filter(result -> result.state().over()).count();
        long skipped = results.stream()
                .filter(result -> result.state() == SweepResult.State.SKIPPED)
                .count();
        double seconds = sweep == null ? shown.map(Shown::seconds).orElse(0.0) : sweep.seconds();
        String progress = Texts.of(
                "sweep.progress", Numbers.grouped(done), Numbers.grouped(results.size()), Numbers.duration(seconds));
        status.set(skipped == 0 ? progress : progress + Texts.of("sweep.impossible", Numbers.grouped(skipped)));
    }

    /** Halts the sweep. */
    public void pause() {
        Sweep running = sweep;
        if (running != null && phase.get() == SweepPhase.RUNNING) {
            running.pause();
            phase.set(SweepPhase.PAUSED);
        }
    }

    /** Ends the sweep; it can be gone on with. */
    public void stop() {
        Sweep running = sweep;
        if (running != null && phase.get().busy()) {
            running.stop();
            phase.set(SweepPhase.STOPPING);
        }
    }

    /** Whether the sweep that is shown can be gone on with: something of it is not done. */
    public boolean isLeft() {
        return !phase.get().busy()
                && shown.isPresent()
                && results.stream().anyMatch(result -> !result.state().over());
    }

    /** Whether nothing would be lost by leaving: no sweep is in progress, or a person lets it be ended. */
    public boolean mayLeave() {
        return !phase.get().busy() || dialogs.askToStop();
    }

    /** The document of a variant. */
    public Optional<Document> variant(SweepResult result) {
        try {
            return shown.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Space.of(shown.get().document(), shown.get().plan())
                            .variant(result.number())
                            .document());
        } catch (SweepException e) {
            dialogs.error(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Where the run of a variant lies, if it left one. */
    public Optional<Path> run(SweepResult result) {
        return result.folder().flatMap(name -> shown.map(one -> one.folder().run(result.number())));
    }

    /** The name of a variant's document: that of the document, with the values. */
    public String nameOf(SweepResult result) {
        return FileKind.JIMU.bare(session.nameProperty().get()) + " " + ResultText.values(result);
    }

    /** What is planned. */
    public PlanViewModel plan() {
        return plan;
    }

    /** The parallel coordinates. */
    public ParallelViewModel parallel() {
        return parallel;
    }

    /** The scatter. */
    public ScatterViewModel scatter() {
        return scatter;
    }

    /** What the sweep is doing. */
    public ReadOnlyObjectProperty<SweepPhase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** Whether a sweep can be started now. */
    public ObservableBooleanValue startableProperty() {
        BooleanBinding idle = Bindings.createBooleanBinding(() -> !phase.get().busy(), phase);
        return plan.forecastProperty().isNotEmpty().and(idle).and(obstacle.isEmpty());
    }

    /** Why no sweep can be started, whatever is planned; empty if one can. */
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** How far it is, in a line; empty while nothing is shown. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** The names of the knobs of what is shown. */
    public ReadOnlyObjectProperty<List<String>> knobsProperty() {
        return knobs.getReadOnlyProperty();
    }

    /** The results of the sweep that is shown. */
    public ObservableList<SweepResult> results() {
        return results;
    }

    /** The result that a person selected. */
    public ObjectProperty<Optional<SweepResult>> selectedProperty() {
        return selected;
    }

    /** The names of the document's earlier sweeps, the oldest first. */
    public ObservableList<String> kept() {
        return kept;
    }

    /** The name of the sweep that is shown. */
    public Optional<String> shownName() {
        return shown.map(one -> one.folder().name());
    }
}
