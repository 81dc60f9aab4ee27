package jimu.app.chart;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What a person chose to see in the charts. */
final class ChartOptions {
    private static final String AXIS = "chart.axis";
    private static final String SMOOTHING = "chart.smoothing";
    private static final double USUAL = 0.3;
    private static final double DECADES = 4;

    private final ObjectProperty<XAxis> axis = new SimpleObjectProperty<>(this, "axis", XAxis.STEPS);
    private final BooleanProperty logX = new SimpleBooleanProperty(this, "logX");
    private final BooleanProperty logY = new SimpleBooleanProperty(this, "logY");
    private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing", USUAL);
    private final BooleanProperty readings = new SimpleBooleanProperty(this, "readings", true);
    private final BooleanProperty smoothed = new SimpleBooleanProperty(this, "smoothed", true);
    private final BooleanProperty validation = new SimpleBooleanProperty(this, "validation", true);
    private final BooleanProperty rate = new SimpleBooleanProperty(this, "rate");
    private final BooleanProperty norm = new SimpleBooleanProperty(this, "norm");
    private final Set<String> hidden = new HashSet<>();
    private final Runnable changed;

    /** Calls {@code changed} after every choice. */
    ChartOptions(Runnable changed) {
        this.changed = changed;
        for (Observable choice : List.of(axis, logX, logY, smoothing, readings, smoothed, validation, rate, norm)) {
            choice.addListener(any -> changed.run());
        }
    }

    /** Chooses axes, smoothing and plots as they were at the last start, and notes them for the next. */
    void remember(Preferences memory) {
        XAxis counted = Stream.of(XAxis.values())
                .filter(one -> one.name().equals(memory.get(AXIS, "")))
                .findFirst()
                .orElse(axis.get());
        axis.set(counted);
        axis.addListener((value, old, now) -> memory.put(AXIS, now.name()));
        smoothing.set(Math.max(0, Math.min(memory.getDouble(SMOOTHING, USUAL), 1)));
        smoothing.addListener((value, old, now) -> memory.putDouble(SMOOTHING, now.doubleValue()));
        for (BooleanProperty choice : List.of(logX, logY, rate, norm)) {
            String key = "chart." + choice.getName();
            choice.set(memory.getBoolean(key, choice.get()));
            choice.addListener((value, old, now) -> memory.putBoolean(key, now));
        }
    }

    /** What the shared axis counts. */
    ObjectProperty<XAxis> axisProperty() {
        return axis;
    }

    /** Whether the shared axis is logarithmic. */
    BooleanProperty logXProperty() {
        return logX;
    }

    /** Whether the plots' own axes are logarithmic; those of shares never are. */
    BooleanProperty logYProperty() {
        return logY;
    }

    /** How much the curves are smoothed, as a slider has it: from 0, not at all, to 1. */
    DoubleProperty smoothingProperty() {
        return smoothing;
    }

    /** What the smoothed curve keeps of itself with every step: 0 for a slider at 0, then evenly by the logarithm of what is new, to 0.9999. */
    double weight() {
        return smoothing.get() <= 0 ? 0 : 1 - Math.pow(10, -DECADES * Math.min(1, smoothing.get()));
    }

    /** Whether single readings are shown. */
    BooleanProperty readingsProperty() {
        return readings;
    }

    /** Whether the smoothed curves are shown. */
    BooleanProperty smoothedProperty() {
        return smoothed;
    }

    /** Whether validations are shown. */
    BooleanProperty validationProperty() {
        return validation;
    }

    /** Whether the learning rate has a plot. */
    BooleanProperty rateProperty() {
        return rate;
    }

    /** Whether the norm of the gradients has a plot. */
    BooleanProperty normProperty() {
        return norm;
    }

    /** The plots that are wanted, whether or not there is something to show in them. */
    Set<Quantity> quantities() {
        Set<Quantity> wanted = EnumSet.of(Quantity.LOSS, Quantity.METRIC);
        if (rate.get()) {
            wanted.add(Quantity.RATE);
        }
        if (norm.get()) {
            wanted.add(Quantity.NORM);
        }
        return wanted;
    }

    /** How the shared axis is scaled. */
    Scale xScale() {
        return logX.get() ? Scale.LOG : Scale.LINEAR;
    }

    /** How a plot's own axis is scaled, if its numbers are written so. */
    Scale yScale(Axis.Form form) {
        return logY.get() && form != Axis.Form.SHARE ? Scale.LOG : Scale.LINEAR;
    }

    /** Whether a smoothed curve is drawn besides the readings. */
    boolean smooths() {
        return smoothed.get() && weight() > 0;
    }

    /** Whether a run is shown. */
    boolean shows(String run) {
        return !hidden.contains(run);
    }

    /** Shows a run that is hidden, or hides one that is shown. */
    void toggle(String run) {
        if (!hidden.remove(run)) {
            hidden.add(run);
        }
        changed.run();
    }
}
