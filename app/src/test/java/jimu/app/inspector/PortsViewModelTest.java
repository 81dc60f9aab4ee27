package jimu.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.app.session.GroupPorts;
import jimu.app.session.Groups;
import jimu.app.session.Nets;
import jimu.app.session.PortEnd.Side;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.app.session.StepName;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.layer.activation.ReLU;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortsViewModelTest {
    private static final Document NET = new Edit.MakeGroup(Set.of("b", "c"), "two", "g")
            .apply(Nets.net()
                    .block("a", new ReLU())
                    .block("b", new ReLU())
                    .block("c", new ReLU())
                    .chain("a", "b", "c")
                    .document());

    private final Session session = new Session();
    private final PortsViewModel model = new PortsViewModel(session);

    @BeforeEach
    void open() {
        session.openNew(NET, "net");
    }

    private Optional<List<String>> inputs() {
        return model.ports().get().map(ports -> ports.names(Side.INPUT));
    }

    @Test
    void theyAreThoseOfTheGroupSelectedOrOfTheOneShown() {
        assertEquals(Optional.empty(), inputs());
        session.select(Selection.of("a"));
        assertEquals(Optional.empty(), inputs());
        session.select(Selection.of("g"));
        assertEquals(Optional.of(List.of("input")), inputs());
        new Groups(session).stepInto("g");
        assertEquals(Optional.of(List.of("input")), inputs());
        session.select(Selection.of("b"));
        assertEquals(Optional.empty(), inputs());
    }

    @Test
    void renamingFromInsideReachesTheWiresOutsideInOneStep() {
        new Groups(session).stepInto("g");
        model.rename(Side.INPUT, 0, "x");
        assertEquals(Optional.of(List.of("x")), inputs());
        assertEquals(
                Set.of(Link.of("a", "output", "g", "x")),
                session.whole().graph().links());
        assertEquals(
                Optional.of("rename port input of two"),
                StepName.undoable(session.historyProperty().get()));
        session.undo();
        assertEquals(NET, session.whole());
    }

    @Test
    void portsAreAddedOrderedAndRemoved() {
        session.select(Selection.of("g"));
        GroupPorts ports = model.ports().get().orElseThrow();
        model.add(Side.OUTPUT, ports.free(Side.OUTPUT).get(0));
        model.move(Side.OUTPUT, 0, 1);
        assertEquals(
                List.of("output2", "output"), model.ports().get().orElseThrow().names(Side.OUTPUT));
        model.remove(Side.OUTPUT, 0);
        assertEquals(NET, session.whole());
    }
}
