package jimu.app.canvas;

import java.util.Collection;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import jimu.engine.graph.Position;

/** The whole canvas in small, with a frame around what the window shows; a press there goes there, and the frame can be dragged. */
final class MinimapView extends Pane {
    private static final PseudoClass FADED = PseudoClass.getPseudoClass("faded");
    private static final double WIDTH = 176;
    private static final double HEIGHT = 108;
    private static final double MARGIN = 64;

    private final CanvasViewModel model;
    private final Canvas blocks = new Canvas(WIDTH, HEIGHT);
    private final Swatches swatches = new Swatches(this::repaint);
    private final Rectangle frame = new Rectangle();
    private double scale = 1;
    private Box painted = Box.EMPTY;
    private int changes;
    private double heldX;
    private double heldY;

    MinimapView(CanvasViewModel model) {
        this.model = model;
        setId("minimap");
        getStyleClass().add("minimap");
        frame.setId("minimap-frame");
        frame.getStyleClass().add("minimap-frame");
        setPrefSize(WIDTH, HEIGHT);
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        Rectangle clip = new Rectangle(WIDTH, HEIGHT);
        setClip(clip);
        getChildren().addAll(swatches, blocks, frame);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnContextMenuRequested(Event::consume);
    }

    private void repaint() {
        painted = Box.EMPTY;
        follow();
    }

    /** Follows blocks and viewport; the blocks are painted anew only where something has moved. */
    void follow() {
        Places places = model.places();
        Box window = model.viewport().window();
        MapLook look = MapLook.of(window, behind(), model.extent().things());
        setVisible(!places.boxes().isEmpty() && look != MapLook.AWAY);
        pseudoClassStateChanged(FADED, look == MapLook.FADED);
        Box all = places.bounds().grown(MARGIN).union(window);
        if (places.changes() != changes || !all.equals(painted)) {
            changes = places.changes();
            painted = all;
            scale = Math.min(WIDTH / all.width(), HEIGHT / all.height());
            paint(places.boxes());
        }
        frame.setX(x(window.left()));
        frame.setY(y(window.top()));
        frame.setWidth(window.width() * scale);
        frame.setHeight(window.height() * scale);
    }

    /** What of the canvas lies behind it. */
    private Box behind() {
        return Box.between(
                model.viewport().toCanvas(getLayoutX(), getLayoutY()),
                model.viewport().toCanvas(getLayoutX() + WIDTH, getLayoutY() + HEIGHT));
    }

    private void paint(Collection<Box> boxes) {
        GraphicsContext g = blocks.getGraphicsContext2D();
        g.clearRect(0, 0, WIDTH, HEIGHT);
        g.setFill(swatches.color("minimap-blocks"));
        boxes.forEach(box -> g.fillRect(
                x(box.left()), y(box.top()), Math.max(1, box.width() * scale), Math.max(1, box.height() * scale)));
    }

    private double x(double canvasX) {
        return WIDTH / 2 + (canvasX - painted.middle().x()) * scale;
    }

    private double y(double canvasY) {
        return HEIGHT / 2 + (canvasY - painted.middle().y()) * scale;
    }

    /** A press beside the frame goes there; one on it takes hold of the frame where it is. */
    private void press(MouseEvent event) {
        event.consume();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (frame.contains(event.getX(), event.getY())) {
            heldX = event.getX() - frame.getX() - frame.getWidth() / 2;
            heldY = event.getY() - frame.getY() - frame.getHeight() / 2;
        } else {
            heldX = 0;
            heldY = 0;
            go(event);
        }
    }

    private void drag(MouseEvent event) {
        event.consume();
        if (event.isPrimaryButtonDown()) {
            go(event);
        }
    }

    private void go(MouseEvent event) {
        model.viewport()
                .centreOn(new Position(
                        painted.middle().x() + (event.getX() - heldX - WIDTH / 2) / scale,
                        painted.middle().y() + (event.getY() - heldY - HEIGHT / 2) / scale));
    }
}
