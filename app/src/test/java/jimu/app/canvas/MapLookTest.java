package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MapLookTest {
    private static final Box WINDOW = new Box(0, 0, 800, 600);
    private static final Box BEHIND = new Box(600, 500, 788, 588);
    private static final Box FREE = new Box(100, 100, 250, 180);
    private static final Box COVERED = new Box(550, 450, 700, 530);
    private static final Box OUTSIDE = new Box(900, 100, 1050, 180);

    private static MapLook look(Box... things) {
        return MapLook.of(WINDOW, BEHIND, List.of(things));
    }

    @Test
    void overFreeGroundItIsClear() {
        assertEquals(MapLook.CLEAR, look());
        assertEquals(MapLook.CLEAR, look(FREE, OUTSIDE));
    }

    @Test
    void whatItCoversShinesThrough() {
        assertEquals(MapLook.FADED, look(FREE, COVERED, OUTSIDE));
    }

    @Test
    void whereAllIsInSightItGivesWay() {
        assertEquals(MapLook.AWAY, look(FREE, COVERED));
    }
}
