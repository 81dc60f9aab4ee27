package jimu.app.chart;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import jimu.app.session.RunFollower;
import jimu.app.text.MetricText;
import jimu.app.text.Texts;
import jimu.engine.train.Run;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;

/** Turns the readings of a run into curves of a bounded number of points, and says when it is worth drawing them again. */
public final class ChartViewModel implements RunFollower {
    private static final long REDRAW_NANOS = 100_000_000;

    /** What the axis counts. */
    public enum Axis {
        STEPS,
        EPOCHS
    }

    private final Curves loss = Curves.empty();
    private final Curves metric = Curves.empty();
    private final Smoothing smoothLoss = new Smoothing();
    private final Smoothing smoothMetric = new Smoothing();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(this, "empty", true);
    private final ReadOnlyStringWrapper metricName = new ReadOnlyStringWrapper(this, "metricName", "");
    private final ObjectProperty<Axis> axis = new SimpleObjectProperty<>(this, "axis", Axis.STEPS);
    private Optional<MetricText> shown = Optional.empty();
    private long stepsPerEpoch = 1;
    private boolean share;
    private boolean changed;
    private long drawn;

    public ChartViewModel() {
        axis.addListener((value, old, now) -> redraw());
        Texts.follow(this, ChartViewModel::tellMetric);
    }

    @Override
    public void began(Run run) {
        clear();
    }

    @Override
    public void reading(StepReading reading) {
        add(loss, smoothLoss, reading.step(), reading.loss());
        if (!Float.isNaN(reading.metric())) {
            add(metric, smoothMetric, reading.step(), reading.metric());
        }
        changed = true;
    }

    @Override
    public void happened(TrainEvent event) {
        changed = true;
        drawn = 0;
        if (event instanceof TrainEvent.Started started) {
            stepsPerEpoch = Math.max(1, started.stepsPerEpoch());
            shown = started.metric().map(MetricText::of);
            tellMetric();
            share = shown.filter(MetricText::share).isPresent();
        } else if (event instanceof TrainEvent.EpochEnded epoch) {
            Optional<TrainEvent.Score> validation = epoch.validation();
            validation.ifPresent(score -> {
                loss.validation().add((double) epoch.step(), score.loss());
                score.metric().ifPresent(value -> metric.validation().add((double) epoch.step(), value));
            });
        }
    }

    @Override
    public void told() {
        long now = System.nanoTime();
        if (changed && now - drawn >= REDRAW_NANOS) {
            drawn = now;
            redraw();
        }
    }

    @Override
    public void dropped() {
        clear();
    }

    private void clear() {
        loss.clear();
        metric.clear();
        smoothLoss.clear();
        smoothMetric.clear();
        shown = Optional.empty();
        tellMetric();
        redraw();
    }

    private void tellMetric() {
        metricName.set(shown.map(MetricText::heading).orElse(""));
    }

    private void redraw() {
        changed = false;
        empty.set(loss.size() == 0);
        version.set(version.get() + 1);
    }

    private static void add(Curves curves, Smoothing smoothing, long step, double value) {
        curves.steps().add((double) step, value);
        curves.smooth().add((double) step, smoothing.add(value));
    }

    /** The curves of the loss. */
    Curves loss() {
        return loss;
    }

    /** The curves of the metric; empty where there is none. */
    Curves metric() {
        return metric;
    }

    /** By how much a step moves along the axis. */
    double scale() {
        return axis.get() == Axis.STEPS ? 1 : 1.0 / stepsPerEpoch;
    }

    /** What the axis counts. */
    public ObjectProperty<Axis> axisProperty() {
        return axis;
    }

    /** Changes, a few times a second at most, when the curves should be drawn again. */
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** Whether there is nothing to draw. */
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /** The metric's name; empty where there is none. */
    public ReadOnlyStringProperty metricNameProperty() {
        return metricName.getReadOnlyProperty();
    }

    /** Whether the metric is a share of 1, told in percent. */
    boolean share() {
        return share;
    }

    /** How many points the curves have together. */
    public int points() {
        return loss.size() + metric.size();
    }
}
