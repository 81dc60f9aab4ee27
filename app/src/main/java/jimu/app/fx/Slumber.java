package jimu.app.fx;

import javafx.scene.layout.StackPane;

/**
 * A pane that takes no time while it is hidden, however much it holds: JavaFX visits what is hidden at every pulse too, to look
 * whether its bounds have changed.
 */
public class Slumber extends StackPane {
    private boolean asleep;

    /** An empty one, awake. */
    public Slumber() {
        visibleProperty().addListener((value, old, now) -> asleep = false);
    }

    /**
     * Wakes up for one pulse, hidden or not: what is laid out anew while hidden must be noted, or it is drawn where it was. To be
     * called by whoever lays the children out.
     */
    protected final void wake() {
        asleep = false;
    }

    @Override
    protected void layoutChildren() {
        wake();
        super.layoutChildren();
    }

    /** Falls asleep after the first pulse in which it is hidden. */
    @Override
    protected void updateBounds() {
        if (!asleep) {
            super.updateBounds();
        }
        asleep = !isVisible();
    }
}
