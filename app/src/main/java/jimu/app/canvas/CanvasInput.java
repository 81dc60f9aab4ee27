package jimu.app.canvas;

import javafx.event.Event;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TransferMode;
import jimu.app.fx.DragFormat;
import jimu.app.session.BlockSize;
import jimu.app.session.LooseWire;
import org.jspecify.annotations.Nullable;

/** Tells the model what mouse and keyboard do to the canvas. */
final class CanvasInput {
    private static final double ZOOM = 0.0025;
    private static final double LONG_STEP = 5;

    private final CanvasView view;
    private final CanvasViewModel model;
    private boolean spaceDown;

    CanvasInput(CanvasView view, CanvasViewModel model) {
        this.view = view;
        this.model = model;
    }

    void install() {
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> model.drag(pointer(event)));
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        view.addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
        view.addEventHandler(DragEvent.DRAG_OVER, this::dragOver);
        view.addEventHandler(DragEvent.DRAG_EXITED, event -> model.dragNew().end());
        view.addEventHandler(DragEvent.DRAG_DROPPED, this::dragDropped);
        view.focusedProperty().addListener((value, old, focused) -> {
            if (!focused) {
                model.settle();
                spaceDown = false;
            }
        });
    }

    private Pointer pointer(MouseEvent event) {
        return Pointer.at(model.viewport(), event.getX(), event.getY());
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        model.settle();
        boolean pan =
                event.getButton() == MouseButton.MIDDLE || (event.getButton() == MouseButton.PRIMARY && spaceDown);
        if (pan) {
            view.setCursor(Cursor.CLOSED_HAND);
            model.pressToPan(pointer(event));
        } else if (event.getButton() == MouseButton.PRIMARY) {
            Spot spot = view.spot(event.getPickResult().getIntersectedNode(), event.getX(), event.getY());
            if (event.getClickCount() == 2 && spot instanceof Spot.OnCanvas) {
                model.insertion().begin(LooseWire.NONE, pointer(event).place());
                return;
            }
            Reach reach = event.isShiftDown() || event.isShortcutDown() ? Reach.TOO : Reach.ONLY;
            model.press(pointer(event), spot, reach);
        }
    }

    /** A second click writes: on a block's head its name, in a note its words; on a block's body it opens a group. */
    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || event.getClickCount() != 2 || !event.isStillSincePress()) {
            return;
        }
        Spot spot = view.spot(event.getPickResult().getIntersectedNode(), event.getX(), event.getY());
        if (spot instanceof Spot.OnBlock block) {
            if (onHeader(event.getPickResult().getIntersectedNode())) {
                model.inPlace().beginName(block.id());
            } else {
                model.open(block.id());
            }
        } else if (spot instanceof Spot.OnRemark remark) {
            model.inPlace().beginRemark(remark.id());
        }
    }

    private boolean onHeader(@Nullable Node picked) {
        for (Node node = picked; node != null && node != view; node = node.getParent()) {
            if (node.getParent() instanceof BlockView block && block.header() == node) {
                return true;
            }
        }
        return false;
    }

    private void release(MouseEvent event) {
        view.setCursor(Cursor.DEFAULT);
        model.release(pointer(event));
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            model.viewport().zoomAbout(Math.exp(event.getDeltaY() * ZOOM), event.getX(), event.getY());
            event.consume();
        }
    }

    private void keyPressed(KeyEvent event) {
        boolean arrow = event.getCode().isArrowKey();
        if (event.isAltDown() || event.isShortcutDown() != arrow) {
            return;
        }
        double step = BlockSize.GRID * (event.isShiftDown() ? LONG_STEP : 1);
        if (event.getCode() == KeyCode.LEFT) {
            nudge(event, -step, 0);
        } else if (event.getCode() == KeyCode.RIGHT) {
            nudge(event, step, 0);
        } else if (event.getCode() == KeyCode.UP) {
            nudge(event, 0, -step);
        } else if (event.getCode() == KeyCode.DOWN) {
            nudge(event, 0, step);
        } else if (event.getCode() == KeyCode.TAB && !event.isShiftDown()) {
            model.searchToInsert();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            model.escape();
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE) {
            spaceDown = true;
            view.setCursor(Cursor.OPEN_HAND);
            event.consume();
        }
    }

    private void nudge(Event event, double dx, double dy) {
        model.nudge(dx, dy);
        event.consume();
    }

    private void keyReleased(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            spaceDown = false;
            view.setCursor(Cursor.DEFAULT);
        } else if (event.getCode().isArrowKey()) {
            model.settle();
        }
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().getContent(DragFormat.LAYER) instanceof String type) {
            event.acceptTransferModes(TransferMode.COPY);
            model.dragNew().over(type, Pointer.at(model.viewport(), event.getX(), event.getY()));
            event.consume();
        }
    }

    private void dragDropped(DragEvent event) {
        if (event.getDragboard().getContent(DragFormat.LAYER) instanceof String type) {
            model.drop(type, Pointer.at(model.viewport(), event.getX(), event.getY()));
            event.setDropCompleted(true);
            event.consume();
            view.requestFocus();
        }
    }
}
