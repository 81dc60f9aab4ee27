package jimu.app.canvas;

import java.util.List;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.VLineTo;
import jimu.engine.graph.Position;

/** The whole canvas in small, with a frame around what the window shows; pressing or dragging there goes there. */
final class MinimapView extends Pane {
    private static final double WIDTH = 176;
    private static final double HEIGHT = 108;
    private static final double MARGIN = 64;

    private final CanvasViewModel model;
    private final Path blocks = new Path();
    private final Rectangle frame = new Rectangle();
    private double scale = 1;
    private Box shown = Box.EMPTY;
    private List<Box> boxes = List.of();

    MinimapView(CanvasViewModel model) {
        this.model = model;
        setId("minimap");
        getStyleClass().add("minimap");
        blocks.getStyleClass().add("minimap-blocks");
        frame.getStyleClass().add("minimap-frame");
        setPrefSize(WIDTH, HEIGHT);
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        Rectangle clip = new Rectangle(WIDTH, HEIGHT);
        setClip(clip);
        getChildren().addAll(blocks, frame);
        setOnMousePressed(this::go);
        setOnMouseDragged(this::go);
    }

    /** Shows blocks that take up these boxes. */
    void show(List<Box> now) {
        if (!now.equals(boxes)) {
            boxes = now;
            shown = Box.EMPTY;
        }
        follow();
    }

    /** Follows the viewport; the blocks are drawn anew only where that changes their places. */
    void follow() {
        Viewport viewport = model.viewport();
        setVisible(!boxes.isEmpty());
        Box window = Box.between(viewport.toCanvas(0, 0), viewport.toCanvas(viewport.width(), viewport.height()));
        Box all = boxes.stream().reduce(Box.EMPTY, Box::union).grown(MARGIN).union(window);
        if (!all.equals(shown)) {
            shown = all;
            scale = Math.min(WIDTH / shown.width(), HEIGHT / shown.height());
            blocks.getElements().clear();
            boxes.forEach(this::draw);
        }
        frame.setX(x(window.left()));
        frame.setY(y(window.top()));
        frame.setWidth(window.width() * scale);
        frame.setHeight(window.height() * scale);
    }

    private void draw(Box box) {
        blocks.getElements()
                .addAll(
                        new MoveTo(x(box.left()), y(box.top())),
                        new HLineTo(x(box.right())),
                        new VLineTo(y(box.bottom())),
                        new HLineTo(x(box.left())),
                        new VLineTo(y(box.top())));
    }

    private double x(double canvasX) {
        return WIDTH / 2 + (canvasX - shown.middle().x()) * scale;
    }

    private double y(double canvasY) {
        return HEIGHT / 2 + (canvasY - shown.middle().y()) * scale;
    }

    private void go(MouseEvent event) {
        model.viewport()
                .centreOn(new Position(
                        shown.middle().x() + (event.getX() - WIDTH / 2) / scale,
                        shown.middle().y() + (event.getY() - HEIGHT / 2) / scale));
        event.consume();
    }
}
