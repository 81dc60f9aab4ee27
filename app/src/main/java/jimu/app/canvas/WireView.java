package jimu.app.canvas;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.CacheHint;
import javafx.scene.Group;
import javafx.scene.control.Label;
import jimu.app.canvas.WireFace.State;
import jimu.app.session.WireLine;
import jimu.app.session.WirePath;
import jimu.app.text.Texts;
import jimu.engine.graph.Link;
import org.jspecify.annotations.Nullable;

/** A wire: its course, and apart from it the label with the shape. */
final class WireView extends Group {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass SPLICED = PseudoClass.getPseudoClass("spliced");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private final Link link;
    private final OriginViewModel origins;
    private final WireLine line = new WireLine();
    private final Label label = new Label();
    private @Nullable WirePath path;
    private @Nullable WireFace face;
    private Selected replaced = Selected.NO;
    private boolean inSight;

    /** A wire whose sizes {@code origins} explains. */
    WireView(Link link, OriginViewModel origins) {
        this.link = link;
        this.origins = origins;
        setId("wire-" + link.from().block() + "-" + link.to().block());
        setAccessibleRole(AccessibleRole.NODE);
        accessibleRoleDescriptionProperty().bind(Texts.bound("canvas.role.wire"));
        line.getStyleClass().add("wire");
        line.setMouseTransparent(true);
        label.getStyleClass().add("wire-label");
        label.setMouseTransparent(true);
        label.setCacheHint(CacheHint.SPEED);
        label.translateXProperty().bind(label.widthProperty().divide(-2));
        label.translateYProperty().bind(label.heightProperty().divide(-2));
        getChildren().add(line);
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
        tell();
        setAccessibleText(now.told());
        line.pseudoClassStateChanged(WRONG, now.state() == State.WRONG);
        line.pseudoClassStateChanged(UNKNOWN, now.state() == State.UNKNOWN);
        label.pseudoClassStateChanged(WRONG, now.state() == State.WRONG);
    }

    /** Says what it is in the language now spoken. */
    void retell() {
        if (face != null) {
            setAccessibleText(face.told());
        }
    }

    void showSelected(Selected selected) {
        line.pseudoClassStateChanged(SELECTED, selected == Selected.YES);
        label.pseudoClassStateChanged(SELECTED, selected == Selected.YES);
    }

    /** Shows whether the wire would lead through what is being dragged. */
    void showSpliced(Selected spliced) {
        line.pseudoClassStateChanged(SPLICED, spliced == Selected.YES);
    }

    /** Shows the wire, and its label if it has one. */
    void enter() {
        inSight = true;
        decide();
    }

    /** Hides both. */
    void leave() {
        inSight = false;
        decide();
    }

    /** Hides the wire while another is pulled in its place. */
    void showReplaced(Selected now) {
        replaced = now;
        decide();
    }

    private void decide() {
        setVisible(inSight && replaced == Selected.NO);
        label.setVisible(inSight && !label.getText().isEmpty());
    }

    void route(WirePath now) {
        if (!now.equals(path)) {
            path = now;
            line.follow(now);
            label.relocate(now.middle().x(), now.middle().y());
            tell();
        }
    }

    /** Writes on it what has room there. */
    private void tell() {
        if (face != null && path != null) {
            label.setText(face.label(path));
            decide();
        }
    }
}
