package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.app.canvas.Walk.Way;
import jimu.app.session.Nets;
import jimu.app.session.PortEnd;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.engine.graph.Link;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.merge.Add;
import org.junit.jupiter.api.Test;

class KeyboardTest {
    private final Session session = new Session();
    private final List<Optional<Pull>> shown = new ArrayList<>();
    private final List<String> revealed = new ArrayList<>();
    private final Keyboard keyboard = new Keyboard(session, shown::add, revealed::add);

    KeyboardTest() {
        session.openNew(
                Nets.net()
                        .block("in", new Input(), 0, 0)
                        .block("upper", new ReLU(), 300, -100)
                        .block("lower", new ReLU(), 300, 100)
                        .block("add", new Add(), 600, 0)
                        .chain("in", "upper")
                        .chain("in", "lower")
                        .document(),
                "net");
    }

    private void walk(Way... ways) {
        for (Way way : ways) {
            keyboard.walk(way);
        }
    }

    @Test
    void fromNothingTheWalkBeginsAtTheUppermostBlock() {
        walk(Way.RIGHT);
        assertEquals(Selection.of("upper"), session.selection());
    }

    @Test
    void arrowsLeadAlongAWireToItsEnd() {
        session.select(Selection.of("in"));
        walk(Way.RIGHT);
        assertEquals(Selection.of(Link.of("in", "output", "upper", "input")), session.selection());
        walk(Way.DOWN);
        assertEquals(Selection.of(Link.of("in", "output", "lower", "input")), session.selection());
        walk(Way.RIGHT);
        assertEquals(Selection.of("lower"), session.selection());
        assertEquals("lower", revealed.get(revealed.size() - 1));
    }

    @Test
    void whereNoWireRunsTheNearestBlockComes() {
        session.select(Selection.of("lower"));
        walk(Way.RIGHT);
        assertEquals(Selection.of("add"), session.selection());
        walk(Way.RIGHT);
        assertEquals(Selection.of("add"), session.selection());
        session.select(Selection.of("lower"));
        walk(Way.UP);
        assertEquals(Selection.of("upper"), session.selection());
    }

    @Test
    void aLinkGoesToThePortThatFitsAndTabToTheNext() {
        session.select(Selection.of("upper"));
        keyboard.beginLink();
        PortEnd first = aimed();
        assertEquals("add", first.block());
        keyboard.next(1);
        PortEnd second = aimed();
        assertEquals("add", second.block());
        assertFalse(first.equals(second));
        keyboard.next(-1);
        keyboard.connect();
        assertTrue(session.present()
                .graph()
                .links()
                .contains(new Link(PortEnd.output("upper", "output").port(), first.port())));
        assertEquals(Selection.of("add"), session.selection());
        assertEquals(Optional.empty(), shown.get(shown.size() - 1));
    }

    @Test
    void arrowsTurnToAnotherPortOfTheBlock() {
        session.select(Selection.of("add"));
        keyboard.beginLink();
        assertEquals(Optional.empty(), pull().over());
        keyboard.turn(1);
        assertEquals(PortEnd.Side.INPUT, pull().fixed().side());
        assertEquals(PortEnd.Side.OUTPUT, aimed().side());
    }

    @Test
    void escapeLeavesTheDocumentAsItWas() {
        session.select(Selection.of("upper"));
        keyboard.beginLink();
        keyboard.cancel();
        assertFalse(keyboard.linkingProperty().get());
        assertTrue(session.historyProperty().get().undoable().isEmpty());
    }

    private Pull pull() {
        return shown.get(shown.size() - 1).orElseThrow();
    }

    private PortEnd aimed() {
        return pull().over().orElseThrow();
    }
}
