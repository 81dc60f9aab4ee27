package jimu.app.canvas;

import java.util.HashMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import jimu.app.session.WireLine;
import jimu.app.session.WirePath;
import jimu.engine.graph.Link;

/** Broad lines behind wires: the broader the larger the weights that they lead to, in one colour above zero and another below. */
final class WireWeightsView extends Pane {
    private static final PseudoClass NEGATIVE = PseudoClass.getPseudoClass("negative");
    private static final double THINNEST = 3;
    private static final double BROADER = 11;

    private final CanvasViewModel model;
    private final Map<Link, WireLine> lines = new HashMap<>();
    private final Map<Link, WirePath> courses = new HashMap<>();

    WireWeightsView(CanvasViewModel model) {
        this.model = model;
        setManaged(false);
        setMouseTransparent(true);
        setPickOnBounds(false);
        model.wireWeights().weightsProperty().addListener((value, old, now) -> show(now));
        show(model.wireWeights().weightsProperty().get());
    }

    /** Lays the lines where wires lie now; costs nothing while there are none. */
    void follow() {
        if (!lines.isEmpty()) {
            lines.forEach(this::lay);
        }
    }

    private void show(Map<Link, WireWeight> now) {
        if (!lines.keySet().equals(now.keySet())) {
            lines.clear();
            courses.clear();
            now.keySet().forEach(link -> lines.put(link, line()));
            getChildren().setAll(lines.values());
        }
        lines.forEach((link, line) -> {
            WireWeight weight = now.get(link);
            if (weight != null) {
                line.setStrokeWidth(THINNEST + BROADER * weight.strength());
                line.pseudoClassStateChanged(NEGATIVE, weight.mean() < 0);
            }
            lay(link, line);
        });
    }

    private static WireLine line() {
        WireLine line = new WireLine();
        line.getStyleClass().add("wire-weight");
        return line;
    }

    private void lay(Link link, WireLine line) {
        model.places().course(link).ifPresent(course -> {
            if (!course.equals(courses.put(link, course))) {
                line.follow(course);
            }
        });
    }
}
