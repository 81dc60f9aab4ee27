package jimu.app.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.control.Dialog;
import javafx.scene.input.InputEvent;
import javafx.stage.Modality;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * Lets a person use nothing but a dialog while it is open. Under the toolkit's own way GTK holds the other windows at their sizes
 * meanwhile, and window managers such as KWin and Openbox then no longer keep them maximised.
 */
final class Modal {
    private final Dialog<?> dialog;
    private final EventHandler<Event> swallow = Event::consume;
    private final ChangeListener<Boolean> back = (value, old, now) -> giveBack(now);
    private List<Window> others = List.of();

    private Modal(Dialog<?> dialog) {
        this.dialog = dialog;
    }

    /** Puts a dialog in front of its owner; whenever it is open, nothing else can be used. */
    static <D extends Dialog<?>> D over(Window owner, D dialog) {
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        Modal modal = new Modal(dialog);
        dialog.showingProperty().addListener((value, old, now) -> {
            if (now) {
                modal.block();
            } else {
                modal.free();
            }
        });
        return dialog;
    }

    private Window own() {
        return dialog.getDialogPane().getScene().getWindow();
    }

    private void block() {
        others = new ArrayList<>(Window.getWindows());
        others.remove(own());
        others.forEach(window -> {
            window.addEventFilter(InputEvent.ANY, swallow);
            window.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, swallow);
            window.focusedProperty().addListener(back);
        });
    }

    private void free() {
        others.forEach(window -> {
            window.removeEventFilter(InputEvent.ANY, swallow);
            window.removeEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, swallow);
            window.focusedProperty().removeListener(back);
        });
        others = List.of();
    }

    private void giveBack(boolean otherFocused) {
        if (otherFocused) {
            Platform.runLater(() -> {
                if (dialog.isShowing()) {
                    own().requestFocus();
                }
            });
        }
    }
}
