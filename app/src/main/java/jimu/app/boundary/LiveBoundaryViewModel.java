package jimu.app.boundary;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import jimu.app.fx.Background;
import jimu.app.fx.Latest;
import jimu.app.fx.plane.Scatter;
import jimu.app.fx.plane.Shading;
import jimu.app.fx.plane.UnitWeights;
import jimu.app.session.LiveWeights;
import jimu.app.session.LiveWeights.Weights;
import jimu.app.session.OpenData;
import jimu.app.session.Session;
import jimu.app.text.Texts;
import jimu.engine.data.LoadedData;
import jimu.engine.evaluate.DecisionMap;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Source;
import jimu.engine.layer.core.Linear;
import jimu.engine.runtime.KernelSet;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the network decides over the plane of its two inputs, with the points of the data, the units of the selected block and its
 * weights. Pictures follow the weights as often as they can be computed, one at a time, while they are in sight.
 */
public final class LiveBoundaryViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(LiveBoundaryViewModel.class);
    private static final int MOST_UNITS = 64;
    private static final int SMALL = 5000;

    private final Session session;
    private final OpenData data;
    private final LiveWeights live;
    private final List<KernelSet> sets;
    private final Latest latest;
    private final BooleanProperty docked = new SimpleBooleanProperty(this, "docked");
    private final BooleanProperty floating = new SimpleBooleanProperty(this, "floating", true);
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper(this, "offered");
    private final ReadOnlyBooleanWrapper useful = new ReadOnlyBooleanWrapper(this, "useful");
    private final ObjectProperty<Shading> shading = new SimpleObjectProperty<>(this, "shading", Shading.SMOOTH);
    private final ReadOnlyObjectWrapper<Optional<Scatter>> points =
            new ReadOnlyObjectWrapper<>(this, "points", Optional.empty());
    private final ReadOnlyObjectWrapper<PlaneAnswer> answer =
            new ReadOnlyObjectWrapper<>(this, "answer", PlaneAnswer.NONE);
    private final ReadOnlyObjectWrapper<Optional<UnitWeights>> weights =
            new ReadOnlyObjectWrapper<>(this, "weights", Optional.empty());
    private final ReadOnlyStringWrapper block = new ReadOnlyStringWrapper(this, "block", "");
    private boolean owed;
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");

    /** Looks at the open document through these kernels. */
    public LiveBoundaryViewModel(
            Session session, OpenData data, LiveWeights live, Background background, List<KernelSet> sets) {
        this.session = session;
        this.data = data;
        this.live = live;
        this.sets = sets;
        latest = new Latest(background);
        session.wholeInferenceProperty().addListener((value, old, now) -> refresh());
        session.selectionProperty().addListener((value, old, now) -> refresh());
        data.stateProperty().addListener((value, old, now) -> readPoints());
        live.weightsProperty().addListener((value, old, now) -> refresh());
        Texts.follow(this, LiveBoundaryViewModel::refresh);
        docked.addListener((value, old, now) -> refresh());
        floating.addListener((value, old, now) -> refresh());
        live.watch(watching());
        readPoints();
    }

    /** Kept by who watches it. */
    private BooleanBinding watching() {
        return Bindings.createBooleanBinding(
                () -> (useful.get() && docked.get()) || (offered.get() && floating.get()),
                offered,
                useful,
                docked,
                floating);
    }

    /** Whether the picture in the dock is in sight; the view keeps it so. */
    BooleanProperty dockedProperty() {
        return docked;
    }

    /** Whether a person wants the small picture in the corner of the canvas. */
    public BooleanProperty floatingProperty() {
        return floating;
    }

    /** Whether the network has an input of two numbers, and the data such points, so that there is a picture. */
    public ReadOnlyBooleanProperty offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /** Whether the data are points of a plane, or the network is so small that its weights can be drawn one by one. */
    public ReadOnlyBooleanProperty usefulProperty() {
        return useful.getReadOnlyProperty();
    }

    /** How numbers become colours. */
    ObjectProperty<Shading> shadingProperty() {
        return shading;
    }

    /** The points of the data. */
    ReadOnlyObjectProperty<Optional<Scatter>> pointsProperty() {
        return points.getReadOnlyProperty();
    }

    /** What the network makes of the plane. */
    ReadOnlyObjectProperty<PlaneAnswer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** The weights of the selected Linear block. */
    ReadOnlyObjectProperty<Optional<UnitWeights>> weightsProperty() {
        return weights.getReadOnlyProperty();
    }

    /** The name of the selected block whose units are shown; empty if there is none. */
    ReadOnlyStringProperty blockProperty() {
        return block.getReadOnlyProperty();
    }

    /** Why there is no picture, or what to do for more of them; empty if nothing is to be said. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    private void readPoints() {
        points.set(data.loaded().flatMap(Scatter::of));
        refresh();
    }

    private void refresh() {
        Inference inference = session.wholeInference();
        Optional<Endpoint> output = points.get().flatMap(there -> output(inference));
        offered.set(output.isPresent());
        useful.set(points.get().isPresent() || isSmall(inference));
        Optional<FlatBlock> selected = selected();
        block.set(selected.map(FlatBlock::path).orElse(""));
        weights.set(selected.filter(one -> one.layer() instanceof Linear)
                .flatMap(one -> live.weightsProperty()
                        .get()
                        .flatMap(now -> UnitWeights.of(now.snapshot(), one.weightsPath()))));
        notice.set(notice(output.isPresent(), selected.isPresent()));
        if (output.isEmpty()) {
            answer.set(PlaneAnswer.NONE);
        } else if (docked.get() || floating.get()) {
            ask(inference, output.get(), selected);
        }
    }

    private String notice(boolean drawn, boolean chosen) {
        if (drawn) {
            return chosen ? "" : Texts.of("boundary.select");
        }
        return points.get().isPresent() ? Texts.of("boundary.unwired", field().orElse("")) : Texts.of("boundary.none");
    }

    /** The name of what the data give to a network first. */
    private Optional<String> field() {
        return data.loaded().map(loaded -> loaded.fields().get(0).name());
    }

    private void ask(Inference inference, Endpoint output, Optional<FlatBlock> selected) {
        Optional<Weights> now =
                live.weightsProperty().get().filter(one -> one.inference().equals(inference));
        Optional<LoadedData> loaded = data.loaded();
        if (now.isEmpty() || loaded.isEmpty()) {
            return;
        }
        Optional<Endpoint> units = selected.filter(one -> docked.get()).flatMap(one -> units(inference, one));
        PlaneQuestion question = new PlaneQuestion(
                output, units, now.get(), loaded.get(), points.get().orElseThrow());
        owed = latest.isBusy();
        if (!owed) {
            latest.run(() -> question.answer(sets), done -> finish(question, done), failure -> {
                LOG.warn("The plane cannot be computed: {}", failure.toString());
                settle();
            });
        }
    }

    /** Shows an answer even if there are newer weights by now, or it would never be seen on a slow machine. */
    private void finish(PlaneQuestion question, PlaneAnswer done) {
        if (question.weights().inference().equals(session.wholeInference())) {
            answer.set(done);
        }
        settle();
    }

    private void settle() {
        if (owed) {
            owed = false;
            refresh();
        }
    }

    /** The first output of the network that follows from two numbers, which the data have. */
    private Optional<Endpoint> output(Inference inference) {
        Optional<String> field = field();
        return inference.outputs().stream()
                .filter(one -> inference.type(one).isPresent())
                .filter(one -> DecisionMap.input(inference, one)
                        .map(input -> ((Source) input.layer()).field())
                        .equals(field))
                .findFirst();
    }

    private Optional<FlatBlock> selected() {
        return session.selection()
                .single()
                .flatMap(id -> session.inference().graph().blocks().values().stream()
                        .filter(flat -> flat.blocks().equals(List.of(id)))
                        .findFirst());
    }

    /** The output of a block each of whose units has a number for a point. */
    private static Optional<Endpoint> units(Inference inference, FlatBlock block) {
        return inference.known(block.path()).stream()
                .flatMap(known -> known.outputs().entrySet().stream())
                .filter(output -> isRow(output.getValue()))
                .map(output -> new Endpoint(block.path(), output.getKey()))
                .filter(output -> DecisionMap.input(inference, output).isPresent())
                .findFirst();
    }

    private static boolean isRow(TensorType type) {
        return type.dtype() == DType.FLOAT32
                && type.shape().rank() == 2
                && type.shape().dim(0).batched()
                && type.shape().elements(1) <= MOST_UNITS;
    }

    /** Blocks without shapes have no weights to be drawn, and do not count. */
    private static boolean isSmall(Inference inference) {
        return inference.totals().parameters() <= SMALL
                && inference.graph().blocks().values().stream()
                        .anyMatch(one -> one.layer() instanceof Linear
                                && inference.known(one.path()).isPresent());
    }
}
