package jimu.app.canvas;

import java.util.prefs.Preferences;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import jimu.app.session.BlockSize;

/** The lines that blocks keep to: whether they show, and how far apart. */
public final class Grid {
    private static final String KEY = "grid";
    private static final double CLOSEST = 14;

    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown");

    Grid() {}

    /** How far apart lines are on the canvas at a zoom: every one, or so few that they lie apart in the window. */
    static double step(double scale) {
        double step = BlockSize.GRID;
        while (step * scale < CLOSEST) {
            step *= 2;
        }
        return step;
    }

    /** Whether lines show. */
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Shows the lines, or hides them. */
    public void toggle() {
        shown.set(!shown.get());
    }

    /** Shows the lines if they did at the last start, and notes it for the next. */
    public void remember(Preferences memory) {
        shown.set(memory.getBoolean(KEY, false));
        shown.addListener((value, old, now) -> memory.putBoolean(KEY, now));
    }
}
