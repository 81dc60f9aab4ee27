package jimu.engine.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void numbersStandWithoutGrouping() {
        assertEquals("60000 samples, it's 0.5", Messages.text("message.example", 60000, 0.5));
    }

    @Test
    void unknownKeysAreAProgrammersMistake() {
        assertFalse(Messages.has("message.missing"));
        assertTrue(Messages.has("message.example"));
        assertThrows(MissingResourceException.class, () -> Messages.text("message.missing"));
    }
}
