package jimu.app.sweep;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import jimu.engine.sweep.ParetoFront;
import jimu.engine.sweep.SweepResult;

/** A scatter of how good the results are against what they cost; those that no other beats in both are marked. */
public final class ScatterViewModel {
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");
    private final ObjectProperty<Measure> cost = new SimpleObjectProperty<>(this, "cost", Measure.PARAMETERS);
    private final ObjectProperty<Measure> good = new SimpleObjectProperty<>(this, "good", Measure.BEST_LOSS);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic", true);
    private final ObjectProperty<Optional<SweepResult>> pointed =
            new SimpleObjectProperty<>(this, "pointed", Optional.empty());
    private List<SweepResult> results = List.of();
    private List<Point> points = List.of();
    private Optional<String> metric = Optional.empty();
    private boolean chosen;
    private boolean choosing;

    /**
     * A result in the scatter.
     *
     * @param result the result
     * @param x from 0, the left, to 1
     * @param y from 0, the bottom, to 1
     * @param shade from 0, the worst, to 1, the best
     * @param front its place on the Pareto front, from the cheapest; empty if another beats it
     */
    public record Point(SweepResult result, double x, double y, double shade, OptionalInt front) {}

    public ScatterViewModel() {
        Stream.of(cost, logarithmic).forEach(one -> one.addListener((value, old, now) -> draw()));
        good.addListener((value, old, now) -> {
            chosen |= !choosing;
            draw();
        });
    }

    /** Shows other results. */
    public void show(List<SweepResult> all) {
        results = all;
        metric = Measure.metricOf(all);
        if (!chosen) {
            choosing = true;
            good.set(metric.isPresent() ? Measure.METRIC : Measure.BEST_LOSS);
            choosing = false;
        }
        draw();
    }

    private void draw() {
        List<SweepResult> shown = results.stream()
                .filter(result -> Double.isFinite(cost.get().of(result))
                        && Double.isFinite(good.get().of(result)))
                .toList();
        PlotAxis across = xAxis(shown);
        PlotAxis up = yAxis(shown);
        double sign = good.get().ascending(metric) ? -1 : 1;
        List<Integer> front = ParetoFront.of(
                shown.stream().mapToDouble(cost.get()::of).toArray(),
                shown.stream()
                        .mapToDouble(result -> sign * good.get().of(result))
                        .toArray());
        ToDoubleFunction<SweepResult> shade = Shades.of(good.get(), shown, metric);
        points = IntStream.range(0, shown.size())
                .mapToObj(i -> {
                    SweepResult result = shown.get(i);
                    int place = front.indexOf(i);
                    return new Point(
                            result,
                            across.place().applyAsDouble(result),
                            up.place().applyAsDouble(result),
                            shade.applyAsDouble(result),
                            place < 0 ? OptionalInt.empty() : OptionalInt.of(place));
                })
                .toList();
        version.set(version.get() + 1);
    }

    private PlotAxis xAxis(List<SweepResult> shown) {
        PlotAxis.Scale scale = logarithmic.get() ? PlotAxis.Scale.LOG : PlotAxis.Scale.LINEAR;
        return PlotAxis.measure(cost.get(), shown, metric, Optional.of(scale));
    }

    private PlotAxis yAxis(List<SweepResult> shown) {
        return PlotAxis.measure(good.get(), shown, metric, Optional.of(PlotAxis.Scale.LINEAR));
    }

    /** The axis from left to right. */
    public PlotAxis xAxis() {
        return xAxis(points.stream().map(Point::result).toList());
    }

    /** The axis upwards. */
    public PlotAxis yAxis() {
        return yAxis(points.stream().map(Point::result).toList());
    }

    /** Grows whenever something should be drawn anew. */
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** What is counted from left to right. */
    public ObjectProperty<Measure> costProperty() {
        return cost;
    }

    /** What is counted upwards. */
    public ObjectProperty<Measure> goodProperty() {
        return good;
    }

    /** Whether costs are on a logarithmic scale. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** The result that a person points at. */
    public ObjectProperty<Optional<SweepResult>> pointedProperty() {
        return pointed;
    }

    /** The name of the results' metric. */
    public Optional<String> metric() {
        return metric;
    }

    /** The results that have both numbers. */
    public List<Point> points() {
        return points;
    }

    /** The result next to a place, if it is near enough; in the unit of {@code width} and {@code height}. */
    public Optional<SweepResult> near(double x, double y, double width, double height, double reach) {
        return points.stream()
                .filter(point -> distance(point, x, y, width, height) <= reach)
                .min(Comparator.comparingDouble(point -> distance(point, x, y, width, height)))
                .map(Point::result);
    }

    private static double distance(Point point, double x, double y, double width, double height) {
        return Math.hypot(point.x() * width - x, (1 - point.y()) * height - y);
    }
}
