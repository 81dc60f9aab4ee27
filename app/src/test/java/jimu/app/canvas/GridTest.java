package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GridTest {
    private final Preferences memory = Preferences.userRoot().node("jimu-test/grid");

    @AfterEach
    void forget() throws BackingStoreException {
        memory.removeNode();
    }

    @Test
    void linesLieApartAtEveryZoom() {
        assertEquals(8, Grid.step(4));
        assertEquals(16, Grid.step(1));
        assertEquals(32, Grid.step(0.5));
        assertEquals(256, Grid.step(0.1));
    }

    @Test
    void isHiddenAtFirstAndAsItWasAtTheNextStart() {
        Grid grid = new Grid();
        grid.remember(memory);
        assertFalse(grid.shownProperty().get());
        grid.toggle();
        Grid next = new Grid();
        next.remember(memory);
        assertTrue(next.shownProperty().get());
    }
}
