package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import jimu.app.command.CommandId;
import jimu.app.session.PortEnd;
import jimu.app.session.Selection;
import jimu.engine.graph.Link;
import org.junit.jupiter.api.Test;

class SpotMenuTest {
    private static List<CommandId> at(Spot spot) {
        return SpotMenu.at(spot).stream().flatMap(List::stream).toList();
    }

    @Test
    void everySpotOffersToInsert() {
        List<Spot> spots = List.of(
                new Spot.OnBlock("b1"),
                new Spot.OnWire(Link.of("b1", "output", "b2", "input")),
                new Spot.OnPort(PortEnd.input("b1", "input")),
                new Spot.OnCanvas());
        spots.forEach(spot -> assertTrue(at(spot).contains(CommandId.INSERT)));
    }

    @Test
    void onlyBlocksCanBeReplacedAndOnlyTheCanvasPastesOnto() {
        assertTrue(at(new Spot.OnBlock("b1")).contains(CommandId.REPLACE));
        assertFalse(at(new Spot.OnCanvas()).contains(CommandId.REPLACE));
        assertTrue(at(new Spot.OnCanvas()).contains(CommandId.PASTE));
        assertTrue(at(new Spot.OnCanvas()).contains(CommandId.NOTE));
        assertEquals(
                List.of(CommandId.INSERT, CommandId.DELETE),
                at(new Spot.OnWire(Link.of("b1", "output", "b2", "input"))));
    }

    @Test
    void whatAMenuIsOpenedOnIsSelectedUnlessItIsSelectedWithOthers() {
        Selection two = Selection.ofBlocks(List.of("b1", "b2"));
        assertEquals(two, SpotMenu.selection(new Spot.OnBlock("b2"), two));
        assertEquals(Selection.of("b3"), SpotMenu.selection(new Spot.OnBlock("b3"), two));
        assertEquals(Selection.NONE, SpotMenu.selection(new Spot.OnCanvas(), two));
    }

    @Test
    void aNoteIsSelectedByItsMenuAndWrittenOrDeleted() {
        Spot note = new Spot.OnRemark("n1");
        assertEquals(Selection.ofRemark("n1"), SpotMenu.selection(note, Selection.of("b1")));
        assertEquals(Selection.ofRemark("n1"), SpotMenu.selection(new Spot.OnCorner("n1"), Selection.of("b1")));
        assertEquals(List.of(CommandId.RENAME, CommandId.DELETE), at(note));
    }
}
