package jimu.app.canvas;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import jimu.app.session.LinkCheck;
import jimu.app.session.LinkCheck.Fits;
import jimu.app.session.LinkCheck.Marked;
import jimu.app.session.LinkCheck.Refused;
import jimu.app.session.PortEnd;
import jimu.app.text.Texts;

/** A port: a circle that says, while a wire is being pulled, whether the wire would fit. */
final class PortView extends Region {
    /** The width of the circle. */
    static final double SIZE = 14;

    private static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final PortEnd end;

    PortView(PortEnd end) {
        this.end = end;
        getStyleClass().add("port");
        setId("port-" + end.block() + "-" + end.port().port());
        resize(SIZE, SIZE);
        setManaged(false);
        setAccessibleRole(AccessibleRole.NODE);
        accessibleRoleDescriptionProperty().bind(Texts.bound("canvas.role.port"));
        accessibleTextProperty().bind(Texts.bound(key(end), end.port().port()));
    }

    /** What a tooltip says of a port. */
    static String told(PortEnd end) {
        return Texts.of(key(end), end.port().port());
    }

    private static String key(PortEnd end) {
        return end.side() == PortEnd.Side.INPUT ? "canvas.port.input" : "canvas.port.output";
    }

    PortEnd end() {
        return end;
    }

    void show(Optional<Pull> pull) {
        Optional<LinkCheck> answer =
                pull.flatMap(now -> Optional.ofNullable(now.answers().get(end)));
        pseudoClassStateChanged(FITS, answer.filter(Fits.class::isInstance).isPresent());
        pseudoClassStateChanged(MARKED, answer.filter(Marked.class::isInstance).isPresent());
        pseudoClassStateChanged(
                REFUSED, answer.filter(Refused.class::isInstance).isPresent());
        pseudoClassStateChanged(
                OVER, pull.flatMap(Pull::over).filter(end::equals).isPresent());
    }
}
