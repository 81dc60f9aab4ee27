package jimu.app.fx;

import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;

/**
 * Draws a view only while it can be seen: while a tab before it or a hidden box keeps it from sight, one drawing is owed and made
 * when it comes into sight. For the JavaFX thread only.
 */
public final class LazyDrawing {
    private final Node view;
    private final Runnable drawing;
    private final ChangeListener<Boolean> uncovered = (value, old, now) -> settle();
    private boolean owed;

    /** Of {@code view}, which {@code drawing} draws anew. */
    public LazyDrawing(Node view, Runnable drawing) {
        this.view = view;
        this.drawing = drawing;
        view.sceneProperty().addListener((value, old, now) -> follow());
    }

    /** Draws now, or as soon as the view can be seen. */
    public void draw() {
        owed = true;
        settle();
    }

    private void follow() {
        for (Node node = view; node != null; node = node.getParent()) {
            node.visibleProperty().removeListener(uncovered);
            node.visibleProperty().addListener(uncovered);
        }
        settle();
    }

    private void settle() {
        if (owed && isOpen()) {
            owed = false;
            drawing.run();
        }
    }

    private boolean isOpen() {
        if (view.getScene() == null || !view.isVisible()) {
            return false;
        }
        for (Parent parent = view.getParent(); parent != null; parent = parent.getParent()) {
            if (!parent.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
