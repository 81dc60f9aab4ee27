package jimu.app.command;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javafx.util.Duration;

/** Keys of commands that cannot be done now: who presses one is told why, at the foot of the window. */
final class DeadKeys {
    private static final Duration SHOWN = Duration.seconds(4);
    private static final double ABOVE_FOOT = 72;
    private static final double LEFT = 24;

    private final Commands commands;
    private final Tooltip reason = new Tooltip();
    private final PauseTransition end = new PauseTransition(SHOWN);

    DeadKeys(Commands commands) {
        this.commands = commands;
        reason.setId("dead-key");
        reason.setAutoHide(true);
        end.setOnFinished(event -> reason.hide());
    }

    /** Tells why of all keys of a scene that nobody else takes. */
    void watch(Scene scene) {
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED, event -> why(commands, event).ifPresent(text -> tell(text, scene)));
    }

    /** Why the command of a key cannot be done now; empty if it can, or has no such reason, or there is none. */
    static Optional<String> why(Commands commands, KeyEvent pressed) {
        return commands.all().stream()
                .filter(command -> command.id()
                        .shortcut()
                        .filter(shortcut -> shortcut.match(pressed))
                        .isPresent())
                .filter(command -> !command.enabled().get())
                .map(command -> command.why().get())
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private void tell(String text, Scene scene) {
        Window window = scene.getWindow();
        reason.setText(text);
        reason.show(
                window,
                window.getX() + scene.getX() + LEFT,
                window.getY() + scene.getY() + scene.getHeight() - ABOVE_FOOT);
        end.playFromStart();
    }
}
