package jimu.app.evaluate;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import jimu.app.fx.Background;
import jimu.app.fx.Latest;
import jimu.app.fx.plane.Extent;
import jimu.app.fx.plane.Scatter;
import jimu.app.fx.plane.Surface;
import jimu.app.fx.plane.Surface.Meaning;
import jimu.engine.evaluate.DecisionMap;
import jimu.engine.evaluate.DecisionMap.Frame;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.layer.Source;
import jimu.engine.runtime.KernelSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The network's decisions over the plane, where its input has two numbers. For the JavaFX thread only. */
public final class BoundaryViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(BoundaryViewModel.class);
    private static final int SIDE = 100;

    private final EvaluateViewModel model;
    private final List<KernelSet> sets;
    private final Latest latest;
    private final ReadOnlyObjectWrapper<Optional<Picture>> picture =
            new ReadOnlyObjectWrapper<>(this, "picture", Optional.empty());

    /**
     * What is drawn.
     *
     * @param surface the network's answers
     * @param points the data
     */
    record Picture(Surface surface, Optional<Scatter> points) {}

    /** Follows the results of {@code model}. */
    public BoundaryViewModel(EvaluateViewModel model, Background background, List<KernelSet> sets) {
        this.model = model;
        this.sets = sets;
        latest = new Latest(background);
        model.evaluatedProperty().addListener((value, old, now) -> refresh());
        model.chapterProperty().addListener((value, old, now) -> refresh());
    }

    private void refresh() {
        Optional<Evaluated> evaluated = model.evaluatedProperty().get();
        if (evaluated.isEmpty() || !model.chapterProperty().get().equals(Optional.of(Chapter.BOUNDARY))) {
            latest.forget();
            return;
        }
        latest.run(
                () -> picture(evaluated.get()),
                now -> picture.set(Optional.of(now)),
                failure -> LOG.warn("No decision boundary", failure));
    }

    private Picture picture(Evaluated evaluated) {
        Endpoint output = evaluated.inference().outputs().get(0);
        Source source = (Source)
                DecisionMap.input(evaluated.inference(), output).orElseThrow().layer();
        Optional<Scatter> points = Scatter.of(evaluated.data());
        Frame frame = points.map(Scatter::extent)
                .map(extent -> new Frame(extent.left(), extent.right(), extent.bottom(), extent.top(), SIDE, SIDE))
                .orElseGet(() -> Frame.around(evaluated.data().train(), source.field(), SIDE));
        DecisionMap map = DecisionMap.of(
                evaluated.inference(), output, evaluated.weights(), evaluated.preprocessing(), sets, frame);
        Meaning meaning =
                map.reading().exclusive() ? Meaning.CLASSES : map.reading().binary() ? Meaning.YES : Meaning.VALUE;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float number : map.numbers()) {
            low = Math.min(low, number);
            high = Math.max(high, number);
        }
        Surface surface = new Surface(
                new Extent(frame.left(), frame.right(), frame.bottom(), frame.top()),
                SIDE,
                SIDE,
                meaning,
                map.width(),
                map.numbers(),
                points.map(Scatter::low).orElse(low),
                points.map(Scatter::high).orElse(high));
        return new Picture(surface, points);
    }

    /** What is to be drawn. */
    ReadOnlyObjectProperty<Optional<Picture>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }
}
