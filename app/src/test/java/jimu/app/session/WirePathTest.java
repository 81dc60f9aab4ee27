package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jimu.engine.graph.Position;
import org.junit.jupiter.api.Test;

class WirePathTest {
    @Test
    void forwardsItIsOneCurveWithItsLabelHalfway() {
        WirePath path = WirePath.between(new Position(0, 0), new Position(200, 100));
        assertEquals(1, path.curves().size());
        assertEquals(new Position(200, 100), path.end());
        assertEquals(new Position(100, 50), path.middle());
    }

    @Test
    void backToTheNextRowItRunsBetweenTheRows() {
        WirePath path = WirePath.between(new Position(1000, 40), new Position(0, 240));
        assertEquals(new Position(0, 240), path.end());
        assertEquals(new Position(500, 140), path.middle());
    }

    @Test
    void backInTheSameRowItRunsBelowTheBlocks() {
        WirePath path = WirePath.between(new Position(500, 40), new Position(0, 40));
        assertTrue(path.middle().y() > 80);
    }
}
