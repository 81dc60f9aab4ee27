package jimu.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import jimu.app.fx.Background;
import jimu.app.fx.Latest;
import jimu.app.fx.form.FormEntry;
import jimu.app.fx.tensor.IndexForm;
import jimu.app.inspector.TensorRequest.Moment;
import jimu.app.session.CurrentRun;
import jimu.app.session.DataState;
import jimu.app.session.LookedAt;
import jimu.app.session.OpenData;
import jimu.app.session.RunFollower;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.data.Dataset;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Source;
import jimu.engine.runtime.KernelSet;
import jimu.engine.train.Readiness;
import jimu.engine.train.Run;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the Tensors tab shows of the selection: the numbers of one of its weights, or of an output for one sample.
 *
 * <p>Numbers are asked for in the background, only while the tab shows and something they depend on has changed; while a run goes
 * on, twice a second. For the JavaFX thread only.
 */
public final class TensorsViewModel implements RunFollower {
    private static final Logger LOG = LoggerFactory.getLogger(TensorsViewModel.class);
    private static final long REFRESH_NANOS = 500_000_000;

    private final Session session;
    private final OpenData data;
    private final CurrentRun current;
    private final LookedAt looked;
    private final TensorReader reader;
    private final Latest latest;
    private final SampleForm sample = new SampleForm(this::choose);
    private final IndexForm index = new IndexForm();
    private final ObservableList<TensorChoice> choices = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<TensorChoice>> choice =
            new ReadOnlyObjectWrapper<>(this, "choice", Optional.empty());
    private final ReadOnlyObjectWrapper<TensorState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new TensorState.Missing(Texts.of("tensors.none")));
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale");
    private final BooleanProperty showing = new SimpleBooleanProperty(this, "showing");
    private Optional<TensorRequest> asked = Optional.empty();
    private String wanted = "";
    private Moment moment = Moment.BEFORE;
    private long refreshed;

    /** Looks at the session's selection with the weights of the current run, if there is one, through these kernels. */
    public TensorsViewModel(
            Session session,
            OpenData data,
            CurrentRun current,
            LookedAt looked,
            Background background,
            List<KernelSet> sets) {
        this.session = session;
        this.data = data;
        this.current = current;
        this.looked = looked;
        reader = new TensorReader(current, sets);
        latest = new Latest(background);
        session.documentProperty().addListener((value, old, now) -> refresh());
        session.scopeProperty().addListener((value, old, now) -> refresh());
        session.selectionProperty().addListener((value, old, now) -> refresh());
        data.stateProperty().addListener((value, old, now) -> refresh());
        showing.addListener((value, old, now) -> refresh());
        looked.placeProperty().addListener((value, old, now) -> now.ifPresent(this::look));
        looked.drawnProperty().addListener((value, old, now) -> {
            if (old.isEmpty()) {
                preferOutputs();
            }
            refresh();
        });
        current.follow(this);
        current.loadedProperty().addListener((value, old, now) -> refresh());
        Texts.follow(this, TensorsViewModel::retell);
    }

    private void retell() {
        sample.retell();
        asked = Optional.empty();
        if (showing.get()) {
            refresh();
        } else {
            choice.set(Optional.empty());
            miss(Texts.of("tensors.none"));
        }
    }

    private void look(LookedAt.Place place) {
        sample.choose(place.part(), place.sample());
        preferOutputs();
        refresh();
    }

    /** Whoever asks for a sample wants to see what comes of it. */
    private void preferOutputs() {
        TensorOffer.of(session.inference(), session.selection()).choices().stream()
                .filter(TensorChoice.Output.class::isInstance)
                .findFirst()
                .ifPresent(output -> wanted = output.label());
    }

    /** A person chose a sample of the data: what was drawn is left. */
    private void choose() {
        looked.leaveDrawing();
        refresh();
    }

    /** What was drawn, if it is all that leads to an output. */
    private Optional<Dataset> drawn(TensorChoice.Output output) {
        Inference inference = session.inference();
        return looked.drawnProperty()
                .get()
                .filter(picture -> inference.graph().leadingTo(List.of(output.endpoint())).stream()
                        .map(path -> inference.graph().require(path).layer())
                        .filter(Source.class::isInstance)
                        .allMatch(layer -> picture.fields().stream()
                                .anyMatch(field -> field.name().equals(((Source) layer).field()))));
    }

    private void refresh() {
        if (!showing.get()) {
            return;
        }
        refreshed = System.nanoTime();
        TensorOffer offer = TensorOffer.of(session.inference(), session.selection());
        offer(offer.choices());
        sample.show(data.loaded());
        if (choice.get().isEmpty()) {
            miss(offer.missing());
        } else if (choice.get().get() instanceof TensorChoice.Held held) {
            ask(new TensorRequest.OfWeight(
                    held,
                    session.document().training().seed(),
                    current.run(),
                    current.loadedProperty().get(),
                    moment));
        } else if (choice.get().get() instanceof TensorChoice.Output output) {
            askForOutput(output);
        }
    }

    /** Keeps what was chosen last where the selection has the like. */
    private void offer(List<TensorChoice> offered) {
        Optional<TensorChoice> now = offered.stream()
                .filter(one -> one.label().equals(wanted))
                .findFirst()
                .or(() -> offered.stream().findFirst());
        if (!choices.equals(offered)) {
            choices.setAll(offered);
        }
        choice.set(now);
    }

    private void askForOutput(TensorChoice.Output output) {
        Optional<Dataset> drawn = drawn(output);
        Optional<String> obstacle = drawn.isPresent() && data.loaded().isEmpty() ? Optional.empty() : obstacle(output);
        if (obstacle.isPresent()) {
            miss(obstacle.get());
            return;
        }
        ask(new TensorRequest.OfOutput(
                output,
                session.whole(),
                session.inference(),
                data.loaded(),
                sample.part(),
                sample.sample(),
                drawn,
                current.run(),
                current.loadedProperty().get(),
                moment));
    }

    /** Why no sample can be sent through the network. */
    private Optional<String> obstacle(TensorChoice.Output output) {
        DataState now = data.state();
        if (now instanceof DataState.Failed failed) {
            return Optional.of(failed.sentence());
        } else if (now instanceof DataState.Loading) {
            return Optional.of(Texts.of("tensors.data.loading"));
        } else if (now instanceof DataState.None) {
            return Optional.of(Texts.of("tensors.data.none"));
        }
        Inference inference = session.inference();
        Set<String> before = inference.graph().leadingTo(List.of(output.endpoint()));
        Optional<String> unfit = data.loaded().stream()
                .flatMap(loaded -> Readiness.check(inference, loaded).stream())
                .filter(finding -> before.contains(finding.path()))
                .findFirst()
                .map(Finding::advice);
        return unfit.isPresent() || sample.size() > 0 ? unfit : Optional.of(Texts.of("tensors.part.empty"));
    }

    private void miss(String sentence) {
        latest.forget();
        asked = Optional.empty();
        stale.set(false);
        state.set(new TensorState.Missing(sentence));
    }

    private void ask(TensorRequest request) {
        if (asked.equals(Optional.of(request))) {
            return;
        }
        boolean other = asked.map(TensorRequest::choice)
                .filter(request.choice()::equals)
                .isEmpty();
        asked = Optional.of(request);
        if (state.get() instanceof TensorState.Missing) {
            state.set(new TensorState.Missing(Texts.of("tensors.waiting")));
        } else if (other) {
            stale.set(true);
        }
        latest.run(() -> reader.read(request), this::show, this::fail);
    }

    private void show(TensorReading reading) {
        stale.set(false);
        index.show(reading.shape());
        state.set(new TensorState.Shown(reading));
    }

    private void fail(Exception failure) {
        LOG.debug("No numbers of {}", asked, failure);
        Throwable inner = failure.getCause() == null ? failure : failure.getCause();
        Throwable cause = inner instanceof OutOfMemoryError ? Background.tooLarge() : inner;
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        stale.set(false);
        state.set(new TensorState.Missing(Texts.of("tensors.failed", message)));
    }

    /** Looks at another tensor of the selection. */
    void choose(TensorChoice other) {
        wanted = other.label();
        refresh();
    }

    /** Shows a map's numbers in the table. */
    void pick(List<Integer> places) {
        index.choose(places);
    }

    @Override
    public void began(Run run) {
        moment = Moment.BEFORE;
        refresh();
    }

    @Override
    public void reading(StepReading reading) {
        moment = new Moment(reading.step(), false);
    }

    @Override
    public void happened(TrainEvent event) {
        if (event instanceof TrainEvent.Finished || event instanceof TrainEvent.Failed) {
            moment = new Moment(moment.step(), true);
            refresh();
        }
    }

    @Override
    public void told() {
        if (showing.get() && !latest.isBusy() && System.nanoTime() - refreshed >= REFRESH_NANOS) {
            refresh();
        }
    }

    @Override
    public void dropped() {
        moment = Moment.BEFORE;
        refresh();
    }

    /** The tensors of the selection. */
    ObservableList<TensorChoice> choices() {
        return choices;
    }

    /** The one looked at. */
    ReadOnlyObjectProperty<Optional<TensorChoice>> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /** Its numbers, or why there are none. */
    ReadOnlyObjectProperty<TensorState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the numbers are still those of another tensor than the one chosen. */
    ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** Whether anybody looks; to be set by the view. */
    BooleanProperty showingProperty() {
        return showing;
    }

    /** The part of the data and the number of the sample. */
    ObservableList<FormEntry> sample() {
        return sample.entries();
    }

    /** How many samples that part has. */
    int samples() {
        return sample.size();
    }

    /** The places on the leading axes. */
    ObservableList<FormEntry> axes() {
        return index.entries();
    }

    /** The slice in the table. */
    ReadOnlyObjectProperty<List<Integer>> indexProperty() {
        return index.indexProperty();
    }
}
