package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import jimu.app.session.WirePath;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import org.junit.jupiter.api.Test;

class ShapeWordsTest {
    private static final WireFace WIRE =
            new WireFace(Link.of("a", "output", "b", "input"), "N × 16 × 10 × 10", "a", "b", WireFace.State.KNOWN);

    private static String between(double x, double y) {
        return WIRE.label(WirePath.between(Position.ORIGIN, new Position(x, y)));
    }

    @Test
    void aShapeThatHasRoomIsSaidAsEverywhere() {
        assertEquals(Optional.of("N × 16 × 10 × 10"), ShapeWords.within("N × 16 × 10 × 10", 9.2));
    }

    @Test
    void withLessRoomItLosesItsGapsThenTheBatchThenAll() {
        assertEquals(Optional.of("N×16×10×10"), ShapeWords.within("N × 16 × 10 × 10", 8));
        assertEquals(Optional.of("16×10×10"), ShapeWords.within("N × 16 × 10 × 10", 6));
        assertEquals(Optional.empty(), ShapeWords.within("N × 16 × 10 × 10", 4));
    }

    @Test
    void onlyTheBatchIsLeftOut() {
        assertEquals(Optional.of("10"), ShapeWords.within("N × 10", 2));
        assertEquals(Optional.of("10×10"), ShapeWords.within("2·N × 10 × 10", 4));
        assertEquals(Optional.empty(), ShapeWords.within("96 × 10", 2));
        assertEquals("scalar", ShapeWords.brief("scalar"));
    }

    @Test
    void farOutABlockSaysItOnOneLine() {
        assertEquals("N×16×10×10", ShapeWords.brief("N × 16 × 10 × 10"));
        assertEquals("N×256×13×13", ShapeWords.brief("N × 256 × 13 × 13"));
        assertEquals("256×112×112", ShapeWords.brief("N × 256 × 112 × 112"));
        assertEquals("N int32", ShapeWords.brief("N int32"));
    }

    @Test
    void aWiresLabelDoesNotReachTheBlocks() {
        assertEquals("N × 16 × 10 × 10", between(120, 0));
        assertEquals("N×16×10×10", between(100, 0));
        assertEquals("16×10×10", between(80, 8));
        assertEquals("", between(60, 0));
    }

    @Test
    void aSteepWireHasRoomBesideIt() {
        assertEquals("N × 16 × 10 × 10", between(40, 200));
    }
}
