package jimu.app.canvas;

import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.VLineTo;
import jimu.engine.graph.Document;
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

    void show(Document document) {
        Viewport viewport = model.viewport();
        setVisible(!document.graph().blocks().isEmpty());
        Box window = Box.between(viewport.toCanvas(0, 0), viewport.toCanvas(viewport.width(), viewport.height()));
        shown = Box.around(document, document.graph().blocks()).grown(MARGIN).union(window);
        scale = Math.min(WIDTH / shown.width(), HEIGHT / shown.height());
        blocks.getElements().clear();
        document.graph().blocks().forEach(block -> draw(Box.of(document, block)));
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
