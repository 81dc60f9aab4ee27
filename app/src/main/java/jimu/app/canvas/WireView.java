package jimu.app.canvas;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Label;
import jimu.app.canvas.WireFace.State;
import jimu.app.session.WireLine;
import jimu.app.session.WirePath;
import jimu.app.text.Texts;
import jimu.engine.graph.Link;
import org.jspecify.annotations.Nullable;

/** A wire: its course, a wider invisible one to grasp it by, and apart from both the label with the shape. */
final class WireView extends Group {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass SPLICED = PseudoClass.getPseudoClass("spliced");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    /** Room for the line's own width beyond its course. */
    private static final double ROUND = 8;

    private static final int PIECES = 8;

    private final Link link;
    private final OriginViewModel origins;
    private final WireLine line = new WireLine();
    private final WireLine grip = new WireLine();
    private final Label label = new Label();
    private @Nullable WirePath path;
    private @Nullable WireFace face;
    private Box around = Box.EMPTY;
    private Selected replaced = Selected.NO;
    private boolean inWindow = true;

    /** A wire whose sizes {@code origins} explains. */
    WireView(Link link, OriginViewModel origins) {
        this.link = link;
        this.origins = origins;
        setId("wire-" + link.from().block() + "-" + link.to().block());
        setAccessibleRole(AccessibleRole.NODE);
        accessibleRoleDescriptionProperty().bind(Texts.bound("canvas.role.wire"));
        line.getStyleClass().add("wire");
        grip.getStyleClass().add("wire-grip");
        line.setMouseTransparent(true);
        label.getStyleClass().add("wire-label");
        label.setMouseTransparent(true);
        label.translateXProperty().bind(label.widthProperty().divide(-2));
        label.translateYProperty().bind(label.heightProperty().divide(-2));
        getChildren().addAll(line, grip);
    }

    /** What flows through it is explained only to who asks. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.HELP
                ? origins.told(link.from())
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    Link link() {
        return link;
    }

    /** The label, which lies in a layer of its own. */
    Label label() {
        return label;
    }

    void show(WireFace now) {
        if (now.equals(face)) {
            return;
        }
        face = now;
        label.setText(now.label());
        decide();
        setAccessibleText(now.told());
        line.pseudoClassStateChanged(WRONG, now.state() == State.WRONG);
        line.pseudoClassStateChanged(UNKNOWN, now.state() == State.UNKNOWN);
        label.pseudoClassStateChanged(WRONG, now.state() == State.WRONG);
    }

    void showSelected(Selected selected) {
        line.pseudoClassStateChanged(SELECTED, selected == Selected.YES);
        label.pseudoClassStateChanged(SELECTED, selected == Selected.YES);
    }

    /** Shows whether the wire would lead through what is being dragged. */
    void showSpliced(Selected spliced) {
        line.pseudoClassStateChanged(SPLICED, spliced == Selected.YES);
    }

    /** Hides the wire while another is pulled in its place. */
    void showReplaced(Selected now) {
        replaced = now;
        decide();
    }

    /** Shows the wire only if it may pass the window. */
    void look(Box window) {
        inWindow = window.touches(around);
        decide();
    }

    private void decide() {
        setVisible(inWindow && replaced == Selected.NO);
        label.setVisible(inWindow && !label.getText().isEmpty());
    }

    /** Whether it has a course yet. */
    boolean isRouted() {
        return path != null;
    }

    void route(WirePath now) {
        if (!now.equals(path)) {
            path = now;
            around = Box.around(now.points(PIECES)).grown(ROUND);
            line.follow(now);
            grip.follow(now);
            label.relocate(now.middle().x(), now.middle().y());
        }
    }
}
