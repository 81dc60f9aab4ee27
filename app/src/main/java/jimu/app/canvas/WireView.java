package jimu.app.canvas;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import jimu.app.canvas.WireFace.State;
import jimu.app.session.WireLine;
import jimu.app.session.WirePath;
import jimu.engine.graph.Link;
import org.jspecify.annotations.Nullable;

/** A wire: its course, a wider invisible one to grasp it by, and apart from both the label with the shape. */
final class WireView extends Group {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private final Link link;
    private final WireLine line = new WireLine();
    private final WireLine grip = new WireLine();
    private final Label label = new Label();
    private @Nullable WirePath path;

    WireView(Link link) {
        this.link = link;
        setId("wire-" + link.from().block() + "-" + link.to().block());
        setAccessibleRole(AccessibleRole.NODE);
        line.getStyleClass().add("wire");
        grip.getStyleClass().add("wire-grip");
        line.setMouseTransparent(true);
        label.getStyleClass().add("wire-label");
        label.setMouseTransparent(true);
        label.translateXProperty().bind(label.widthProperty().divide(-2));
        label.translateYProperty().bind(label.heightProperty().divide(-2));
        getChildren().addAll(line, grip);
    }

    Link link() {
        return link;
    }

    /** The label, which lies in a layer of its own. */
    Label label() {
        return label;
    }

    void show(WireFace face) {
        label.setText(face.label());
        label.setVisible(!face.label().isEmpty());
        setAccessibleText(face.label());
        line.pseudoClassStateChanged(WRONG, face.state() == State.WRONG);
        line.pseudoClassStateChanged(UNKNOWN, face.state() == State.UNKNOWN);
        label.pseudoClassStateChanged(WRONG, face.state() == State.WRONG);
    }

    void showSelected(Selected selected) {
        line.pseudoClassStateChanged(SELECTED, selected == Selected.YES);
        label.pseudoClassStateChanged(SELECTED, selected == Selected.YES);
    }

    void route(WirePath now) {
        if (!now.equals(path)) {
            path = now;
            line.follow(now);
            grip.follow(now);
            label.relocate(now.middle().x(), now.middle().y());
        }
    }
}
