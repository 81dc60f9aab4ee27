package jimu.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class DeadKeysTest {
    private static final String REASON = "The data are still being read.";

    private final Commands commands = new Commands();

    private Optional<String> press(KeyCode code) {
        return DeadKeys.why(commands, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private void offer(boolean enabled, String why) {
        commands.add(new Command(
                CommandId.TRAIN,
                new SimpleStringProperty("Train"),
                new SimpleBooleanProperty(enabled),
                new SimpleStringProperty(why),
                () -> {}));
    }

    @Test
    void theKeyOfWhatCannotBeDoneTellsWhy() {
        offer(false, REASON);
        assertEquals(Optional.of(REASON), press(KeyCode.F5));
        assertEquals(Optional.empty(), press(KeyCode.F6));
    }

    @Test
    void theKeyOfWhatCanBeDoneOrWhoseReasonIsPlainTellsNothing() {
        offer(true, REASON);
        assertEquals(Optional.empty(), press(KeyCode.F5));
        offer(false, "");
        assertEquals(Optional.empty(), press(KeyCode.F5));
    }
}
