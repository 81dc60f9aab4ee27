package jimu.app.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import jimu.engine.sweep.SweepResult;

/**
 * Parallel coordinates: an axis for each knob and each measure, and a line across them for each result (Inselberg, "The plane with
 * parallel coordinates", 1985). A brush on an axis lets only the lines through it stand out.
 */
public final class ParallelViewModel {
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");
    private final ObjectProperty<Measure> coloured = new SimpleObjectProperty<>(this, "coloured", Measure.BEST_LOSS);
    private final ObjectProperty<Optional<SweepResult>> pointed =
            new SimpleObjectProperty<>(this, "pointed", Optional.empty());
    private final Map<String, Brush> brushes = new HashMap<>();
    private List<PlotAxis> axes = List.of();
    private List<SweepResult> results = List.of();
    private Optional<String> metric = Optional.empty();

    /** A stretch of an axis, both ends from 0 to 1. */
    public record Brush(double from, double to) {
        public Brush {
            if (from > to) {
                double high = from;
                from = to;
                to = high;
            }
        }

        boolean holds(double place) {
            return place >= from && place <= to;
        }
    }

    public ParallelViewModel() {
        coloured.addListener((value, old, now) -> changed());
    }

    /** Shows other results, of these knobs; brushes on axes that are gone are forgotten. */
    public void show(List<String> knobs, List<SweepResult> all) {
        results = all.stream().filter(result -> result.outcome().epochs() > 0).toList();
        metric = Measure.metricOf(results);
        List<Measure> measures = Measure.known(results);
        axes = Stream.concat(
                        knobs.stream().map(knob -> PlotAxis.knob(knob, results)),
                        measures.stream()
                                .filter(measure -> measure != Measure.LAST_LOSS && measure != Measure.TEST_LOSS)
                                .map(measure -> PlotAxis.measure(measure, results, metric, Optional.empty())))
                .toList();
        brushes.keySet().retainAll(axes.stream().map(PlotAxis::name).toList());
        if (results.isEmpty()) {
            axes = List.of();
        }
        changed();
    }

    private void changed() {
        version.set(version.get() + 1);
    }

    /** Grows whenever something should be drawn anew. */
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** By which measure the lines are coloured. */
    public ObjectProperty<Measure> colouredProperty() {
        return coloured;
    }

    /** The result that a person points at. */
    public ObjectProperty<Optional<SweepResult>> pointedProperty() {
        return pointed;
    }

    /** The name of the results' metric. */
    public Optional<String> metric() {
        return metric;
    }

    /** The axes, from left to right. */
    public List<PlotAxis> axes() {
        return axes;
    }

    /** The results that have a line. */
    public List<SweepResult> results() {
        return results;
    }

    /** Lets only lines through this stretch of an axis stand out. */
    public void brush(int axis, Brush brush) {
        brushes.put(axes.get(axis).name(), brush);
        changed();
    }

    /** Takes the brush off an axis. */
    public void clear(int axis) {
        brushes.remove(axes.get(axis).name());
        changed();
    }

    /** The brush on an axis. */
    public Optional<Brush> brush(int axis) {
        return Optional.ofNullable(brushes.get(axes.get(axis).name()));
    }

    /** Whether a result passes all brushes. */
    public boolean passes(SweepResult result) {
        return axes.stream().allMatch(axis -> {
            Brush brush = brushes.get(axis.name());
            return brush == null || brush.holds(axis.place().applyAsDouble(result));
        });
    }

    /** How good a result is among all by the colouring measure: 1 the best, 0 the worst; NaN if that is not known. */
    public double shade(SweepResult result) {
        return Shades.of(coloured.get(), results, metric).applyAsDouble(result);
    }

    /** The places of a result on the axes, from left to right; NaN where it has none. */
    public double[] line(SweepResult result) {
        return axes.stream()
                .mapToDouble(axis -> axis.place().applyAsDouble(result))
                .toArray();
    }

    /** The result that passes the brushes and whose line runs next to a point, if it is near enough; all in the same unit. */
    public Optional<SweepResult> near(double x, double y, double width, double height, double reach) {
        Optional<SweepResult> found = Optional.empty();
        double nearest = reach;
        for (SweepResult result : results) {
            if (passes(result)) {
                double distance = distance(line(result), x, y, width, height);
                if (distance < nearest) {
                    nearest = distance;
                    found = Optional.of(result);
                }
            }
        }
        return found;
    }

    private static double distance(double[] line, double x, double y, double width, double height) {
        double nearest = Double.POSITIVE_INFINITY;
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < line.length; i++) {
            if (!Double.isNaN(line[i])) {
                points.add(new double[] {line.length == 1 ? 0 : width * i / (line.length - 1), height * (1 - line[i])});
            }
        }
        for (int i = 1; i < points.size(); i++) {
            nearest = Math.min(nearest, toSegment(points.get(i - 1), points.get(i), x, y));
        }
        return nearest;
    }

    private static double toSegment(double[] a, double[] b, double x, double y) {
        double dx = b[0] - a[0];
        double dy = b[1] - a[1];
        double share = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)));
        return Math.hypot(x - a[0] - share * dx, y - a[1] - share * dy);
    }
}
