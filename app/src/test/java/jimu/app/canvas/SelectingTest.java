package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import jimu.app.session.Nets;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.engine.graph.Document;
import jimu.engine.graph.Position;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.merge.Add;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ways, lines and gaps. Blocks are 152 × 80; one that adds is 152 × 84. */
class SelectingTest {
    private static final Document NET = Nets.net()
            .block("image", new Input(), 0, 0)
            .block("one", new ReLU(), 200, 24)
            .block("two", new ReLU(), 500, 200)
            .block("add", new Add(), 800, 100)
            .block("aside", new ReLU(), 200, 400)
            .chain("image", "one")
            .chain("image", "two")
            .chain("image", "aside")
            .wire("one", "add", "input1")
            .wire("two", "add", "input2")
            .document();

    private final Session session = new Session();
    private final Selecting selecting = new Selecting(session);

    @BeforeEach
    void open() {
        session.openNew(NET, "net");
    }

    private void align(Alignment alignment, String... blocks) {
        session.select(Selection.ofBlocks(List.of(blocks)));
        selecting.align(alignment);
    }

    private Position place(String block) {
        return session.document().position(block);
    }

    @Test
    void thePathHoldsEveryBlockAndWireBetweenTheTwo() {
        session.select(Selection.ofBlocks(List.of("add", "image")));
        selecting.path();
        assertEquals(Set.of("image", "one", "two", "add"), session.selection().blocks());
        assertEquals(4, session.selection().links().size());
    }

    @Test
    void betweenBlocksWithoutAWayThereIsNoPath() {
        session.select(Selection.ofBlocks(List.of("aside", "add")));
        selecting.path();
        assertEquals(Selection.NONE, session.selection());
    }

    @Test
    void edgesComeIntoLineInOneStep() {
        align(Alignment.LEFT, "one", "two");
        assertEquals(List.of(new Position(200, 24), new Position(200, 200)), List.of(place("one"), place("two")));
        session.undo();
        align(Alignment.BOTTOM, "one", "two");
        assertEquals(List.of(new Position(200, 200), new Position(500, 200)), List.of(place("one"), place("two")));
        session.undo();
        assertEquals(NET, session.document());
    }

    @Test
    void middlesComeOntoOneLine() {
        align(Alignment.MIDDLE, "one", "two");
        assertEquals(List.of(new Position(200, 112), new Position(500, 112)), List.of(place("one"), place("two")));
        align(Alignment.CENTRE, "one", "two");
        assertEquals(List.of(new Position(350, 112), new Position(350, 112)), List.of(place("one"), place("two")));
    }

    @Test
    void gapsBecomeEqual() {
        align(Alignment.ACROSS, "image", "one", "two");
        assertEquals(
                List.of(0.0, 250.0, 500.0),
                List.of(place("image").x(), place("one").x(), place("two").x()));
        align(Alignment.DOWN, "image", "one", "two");
        assertEquals(
                List.of(0.0, 100.0, 200.0),
                List.of(place("image").y(), place("one").y(), place("two").y()));
    }
}
