package jimu.app.canvas;

import javafx.scene.input.KeyEvent;
import jimu.app.canvas.Walk.Way;

/** Tells the keyboard's model which keys are pressed on the canvas. */
final class CanvasKeys {
    private final Keyboard keyboard;

    CanvasKeys(CanvasView view, Keyboard keyboard) {
        this.keyboard = keyboard;
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        keyboard.linkingProperty().addListener((value, old, linking) -> {
            if (linking) {
                view.requestFocus();
            }
        });
        view.focusedProperty().addListener((value, had, has) -> {
            if (!has) {
                keyboard.cancel();
            }
        });
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean done = keyboard.linkingProperty().get() ? link(event) : walk(event);
        if (done) {
            event.consume();
        }
    }

    private boolean link(KeyEvent event) {
        switch (event.getCode()) {
            case TAB -> keyboard.next(event.isShiftDown() ? -1 : 1);
            case DOWN -> keyboard.next(1);
            case UP -> keyboard.next(-1);
            case RIGHT -> keyboard.turn(1);
            case LEFT -> keyboard.turn(-1);
            case ENTER -> keyboard.connect();
            case ESCAPE -> keyboard.cancel();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean walk(KeyEvent event) {
        if (event.isShiftDown() || !event.getCode().isArrowKey()) {
            return false;
        }
        switch (event.getCode()) {
            case RIGHT -> keyboard.walk(Way.RIGHT);
            case LEFT -> keyboard.walk(Way.LEFT);
            case DOWN -> keyboard.walk(Way.DOWN);
            case UP -> keyboard.walk(Way.UP);
            default -> {
                return false;
            }
        }
        return true;
    }
}
