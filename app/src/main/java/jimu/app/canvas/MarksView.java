package jimu.app.canvas;

import javafx.scene.Group;
import javafx.scene.shape.Line;

/** The guides along which a dragged block is in line with others. */
final class MarksView extends Group {
    MarksView() {
        setMouseTransparent(true);
    }

    void show(DragMarks marks, double scale) {
        getChildren()
                .setAll(marks.guides().stream().map(guide -> line(guide, scale)).toList());
    }

    private static Line line(Box guide, double scale) {
        Line line = new Line(guide.left(), guide.top(), guide.right(), guide.bottom());
        line.getStyleClass().add("guide");
        line.setStrokeWidth(1 / scale);
        return line;
    }
}
