package jimu.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import jimu.app.fx.Background;
import jimu.app.fx.Latest;
import jimu.app.fx.plot.Plot;
import jimu.app.fx.plot.Plot.Extent;
import jimu.app.fx.plot.Plot.Line;
import jimu.app.fx.plot.Plot.Style;
import jimu.app.session.LookedAt;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.evaluate.Progress;
import jimu.engine.evaluate.Projection;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Source;
import jimu.engine.layer.core.Target;
import jimu.engine.runtime.KernelSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lays an output that a person chooses out in the plane, coloured by class. For the JavaFX thread only. */
public final class ProjectionViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionViewModel.class);
    private static final int COLORS = 10;

    private final EvaluateViewModel model;
    private final List<KernelSet> sets;
    private final LookedAt looked;
    private final Latest latest;
    private final ObservableList<String> outputs = FXCollections.observableArrayList();
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<String>> output =
            new ReadOnlyObjectWrapper<>(this, "output", Optional.empty());
    private final ReadOnlyObjectWrapper<Plot> plot = new ReadOnlyObjectWrapper<>(this, "plot", Plot.EMPTY);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private List<int[]> points = List.of();

    /** Follows the results of {@code model}; samples that are clicked on are looked at. */
    public ProjectionViewModel(EvaluateViewModel model, Background background, List<KernelSet> sets, LookedAt looked) {
        this.model = model;
        this.sets = sets;
        this.looked = looked;
        latest = new Latest(background);
        model.evaluatedProperty().addListener((value, old, now) -> refresh());
        model.chapterProperty().addListener((value, old, now) -> project());
        Texts.follow(this, ProjectionViewModel::project);
    }

    private void refresh() {
        endpoints.clear();
        Optional<Evaluated> evaluated = model.evaluatedProperty().get();
        evaluated.ifPresent(now -> endpoints.addAll(outputs(now.inference())));
        List<String> names = endpoints.stream().map(ProjectionViewModel::name).toList();
        if (!outputs.equals(names)) {
            outputs.setAll(names);
        }
        if (output.get().filter(names::contains).isEmpty()) {
            output.set(evaluated
                    .map(now -> usual(now.inference()))
                    .map(ProjectionViewModel::name)
                    .filter(names::contains)
                    .or(() -> names.stream().reduce((before, last) -> last)));
        }
        project();
    }

    /** What is most worth seeing: what a loss of vectors compares, else what the last layer with weights reads. */
    private static Endpoint usual(Inference inference) {
        Endpoint last = inference.outputs().get(0);
        FlatBlock maker = inference.graph().require(last.path());
        boolean vectors = inference.losses().stream()
                .filter(loss -> Inference.predictions(loss).contains(last))
                .anyMatch(loss -> Inference.predictions(loss).size() > 1);
        return vectors || maker.connected().isEmpty() ? last : maker.connected().get(0);
    }

    /** The outputs of more than one number a sample, those of losses and targets left out. */
    private static List<Endpoint> outputs(Inference inference) {
        List<Endpoint> all = new ArrayList<>();
        for (String path : inference.order()) {
            FlatBlock block = inference.graph().require(path);
            boolean inside = !(block.layer() instanceof Loss || block.layer() instanceof Target);
            inference
                    .known(path)
                    .filter(known -> inside)
                    .ifPresent(known -> known.outputs().forEach((port, type) -> {
                        boolean wide = type.shape().batched() && type.shape().elements(1) > 1;
                        if (wide && (type.dtype().isFloating() || !(block.layer() instanceof Source))) {
                            all.add(new Endpoint(path, port));
                        }
                    }));
        }
        return all;
    }

    private static String name(Endpoint endpoint) {
        return endpoint.port().equals("output") ? endpoint.path() : endpoint.path() + "." + endpoint.port();
    }

    /** Projects another output. */
    void choose(String name) {
        if (!output.get().equals(Optional.of(name))) {
            output.set(Optional.of(name));
            project();
        }
    }

    private void project() {
        Optional<Evaluated> evaluated = model.evaluatedProperty().get();
        int place = output.get().map(outputs::indexOf).orElse(-1);
        if (evaluated.isEmpty()
                || place < 0
                || !model.chapterProperty().get().equals(Optional.of(Chapter.PROJECTION))) {
            latest.forget();
            busy.set(false);
            return;
        }
        Evaluated now = evaluated.get();
        Endpoint chosen = endpoints.get(place);
        busy.set(true);
        latest.run(
                () -> Projection.of(
                                now.inference(),
                                chosen,
                                now.weights(),
                                now.samples(),
                                now.preprocessing(),
                                sets,
                                Progress.SILENT)
                        .orElseThrow(),
                this::show,
                failure -> {
                    busy.set(false);
                    LOG.warn("No projection of {}", chosen, failure);
                });
    }

    private void show(Projection projection) {
        busy.set(false);
        List<Line> lines = new ArrayList<>();
        List<int[]> shown = new ArrayList<>();
        int classes = Math.max(1, projection.classes().size());
        for (int c = 0; c < classes; c++) {
            int label = c;
            int[] places = IntStream.range(0, projection.samples().length)
                    .filter(i -> projection.labels().length == 0 || projection.labels()[i] == label)
                    .toArray();
            String name = projection.classes().isEmpty() || classes > COLORS
                    ? ""
                    : projection.classes().get(c);
            double[] x = IntStream.of(places)
                    .mapToDouble(i -> projection.components().x()[i])
                    .toArray();
            double[] y = IntStream.of(places)
                    .mapToDouble(i -> projection.components().y()[i])
                    .toArray();
            lines.add(new Line(name, Style.DOTS, c, x, y));
            shown.add(IntStream.of(places).map(i -> projection.samples()[i]).toArray());
        }
        points = shown;
        plot.set(new Plot(
                Texts.of(
                        "evaluate.component.first",
                        Numbers.percent(projection.components().first())),
                Texts.of(
                        "evaluate.component.second",
                        Numbers.percent(projection.components().second())),
                lines,
                Extent.OF_NUMBERS));
    }

    /** Looks at the sample of a point. */
    void pick(int line, int point) {
        model.evaluatedProperty()
                .get()
                .ifPresent(evaluated -> looked.look(evaluated.evaluation().part(), points.get(line)[point]));
    }

    /** The names of the outputs that can be projected. */
    ObservableList<String> outputs() {
        return outputs;
    }

    /** The one that is. */
    ReadOnlyObjectProperty<Optional<String>> outputProperty() {
        return output.getReadOnlyProperty();
    }

    /** Its points. */
    ReadOnlyObjectProperty<Plot> plotProperty() {
        return plot.getReadOnlyProperty();
    }

    /** Whether they are being worked out. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
