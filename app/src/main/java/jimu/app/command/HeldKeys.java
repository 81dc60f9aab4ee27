package jimu.app.command;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keys that are held down press again and again: what adds something is done once a press. */
final class HeldKeys {
    private static final Set<CommandId> ONCE = EnumSet.of(
            CommandId.NEW, CommandId.PASTE, CommandId.DUPLICATE, CommandId.GROUP, CommandId.NOTE, CommandId.FRAME);

    private Optional<KeyCode> held = Optional.empty();

    /** Keeps the repeated presses of a scene from its commands. */
    void watch(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (isRepeated(event)) {
                event.consume();
            }
        });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> release());
    }

    /** Takes note of a press; whether it only repeats one and would add something once more. */
    boolean isRepeated(KeyEvent pressed) {
        boolean again = held.equals(Optional.of(pressed.getCode()));
        held = Optional.of(pressed.getCode());
        return again
                && ONCE.stream().flatMap(id -> id.shortcut().stream()).anyMatch(shortcut -> shortcut.match(pressed));
    }

    /** Takes note that a key is let go. */
    void release() {
        held = Optional.empty();
    }
}
