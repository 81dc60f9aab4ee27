package jimu.app.canvas;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.shape.Line;
import jimu.app.session.WirePath;

/** The guides along which a dragged block is in line with others, and over the block the wire that would lead through it. */
final class MarksView extends Group {
    private static final PseudoClass SPLICED = PseudoClass.getPseudoClass("spliced");

    MarksView() {
        setMouseTransparent(true);
    }

    /** Shows the marks; the wire, if there is one, runs along {@code course}. */
    void show(DragMarks marks, double scale, Optional<WirePath> course) {
        getChildren()
                .setAll(marks.guides().stream().map(guide -> line(guide, scale)).toList());
        course.ifPresent(path -> getChildren().add(wire(path)));
    }

    private static HaloLine wire(WirePath course) {
        HaloLine wire = new HaloLine();
        wire.follow(course);
        wire.line().pseudoClassStateChanged(SPLICED, true);
        return wire;
    }

    private static Line line(Box guide, double scale) {
        Line line = new Line(guide.left(), guide.top(), guide.right(), guide.bottom());
        line.getStyleClass().add("guide");
        line.setStrokeWidth(1 / scale);
        return line;
    }
}
