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
        String sentence = Messages.text("tensor.memory.limit", 60000, 1234.5);
        assertEquals(
                "The tensors need 60000 MB more, but only 1234.5 MB are available; make the batch or the model smaller.",
                sentence);
    }

    @Test
    void unknownKeysAreAProgrammersMistake() {
        assertFalse(Messages.has("message.missing"));
        assertTrue(Messages.has("tensor.memory.limit"));
        assertThrows(MissingResourceException.class, () -> Messages.text("message.missing"));
    }
}
