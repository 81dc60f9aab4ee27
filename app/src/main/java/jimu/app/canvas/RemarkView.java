package jimu.app.canvas;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import jimu.engine.graph.Remark;

/** A note, or a frame with its title; its right lower corner makes it larger. */
final class RemarkView extends Pane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double CORNER = 14;
    private static final double MARGIN = 8;

    private final String remark;
    private final Label words = new Label();
    private final Region corner = new Region();

    RemarkView(String remark) {
        this.remark = remark;
        setId("remark-" + remark);
        setManaged(false);
        setAccessibleRole(AccessibleRole.TEXT);
        corner.getStyleClass().add("remark-corner");
        words.setMouseTransparent(true);
        getChildren().addAll(words, corner);
    }

    String remark() {
        return remark;
    }

    Region corner() {
        return corner;
    }

    void show(Remark now, Selected selected) {
        words.setText(now.text());
        words.setWrapText(now.kind() == Remark.Kind.NOTE);
        setAccessibleText(now.text());
        getStyleClass().setAll(now.kind() == Remark.Kind.NOTE ? "note" : "frame", "remark-" + now.color());
        pseudoClassStateChanged(SELECTED, selected == Selected.YES);
        relocate(now.place().x(), now.place().y());
        resize(now.width(), now.height());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - 2 * MARGIN);
        double height = Math.max(0, getHeight() - 2 * MARGIN);
        words.resizeRelocate(MARGIN, MARGIN, width, Math.min(height, words.prefHeight(width)));
        corner.resizeRelocate(getWidth() - CORNER, getHeight() - CORNER, CORNER, CORNER);
    }
}
