package jimu.app.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class HeldKeysTest {
    private final HeldKeys keys = new HeldKeys();

    private boolean press(KeyCode code, boolean shift) {
        return keys.isRepeated(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, false, false));
    }

    @Test
    void aHeldKeyAddsOneNote() {
        assertFalse(press(KeyCode.N, true));
        assertTrue(press(KeyCode.N, true));
        assertTrue(press(KeyCode.N, true));
    }

    @Test
    void aKeyPressedAnewAddsAnother() {
        assertFalse(press(KeyCode.V, false));
        keys.release();
        assertFalse(press(KeyCode.V, false));
        assertFalse(press(KeyCode.CONTROL, false));
        assertFalse(press(KeyCode.V, false));
    }

    @Test
    void whatAddsNothingGoesOnWhileItsKeyIsHeld() {
        assertFalse(press(KeyCode.Z, false));
        assertFalse(press(KeyCode.Z, false));
    }
}
