package jimu.app.fx;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import jimu.engine.layer.Problem.Severity;

/** How a problem's severity shows: an icon's name, and a pseudo-class for the style sheet. */
public final class SeverityMark {
    private SeverityMark() {}

    /** The icon of a problem. */
    public static String icon(Severity severity) {
        return switch (severity) {
            case SHAPE -> "mdoal-error";
            case CANNOT_TRAIN -> "mdomz-report_problem";
            case HINT -> "mdoal-info";
        };
    }

    /** Sets the pseudo-class {@code shape}, {@code cannot-train} or {@code hint}, or none of them. */
    public static void set(Node node, Optional<Severity> severity) {
        for (Severity one : Severity.values()) {
            String name = one.name().toLowerCase(Locale.ROOT).replace('_', '-');
            node.pseudoClassStateChanged(PseudoClass.getPseudoClass(name), severity.equals(Optional.of(one)));
        }
    }
}
