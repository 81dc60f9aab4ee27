package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.app.session.PortEnd.Side;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.Problem;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.merge.Concat;
import org.junit.jupiter.api.Test;

class GroupPortsTest {
    private static final Document NET = new Edit.MakeGroup(Set.of("a", "both"), "join", "g")
            .apply(Nets.net()
                    .block("image", new Input())
                    .block("a", new ReLU())
                    .block("b", new ReLU())
                    .block("both", new Concat())
                    .block("end", new ReLU())
                    .chain("image", "a")
                    .chain("image", "b")
                    .wire("a", "both", "input1")
                    .wire("b", "both", "input2")
                    .chain("both", "end")
                    .document());

    private static GroupPorts ports(Document document) {
        return new GroupPorts(document, document.requireDefinition("join"));
    }

    private static Document after(Edit edit) {
        return edit.apply(NET);
    }

    private static Set<Link> into(Document document) {
        return Set.copyOf(document.graph().incoming("g"));
    }

    @Test
    void portsSayWhatTheyStandForAndWhatCouldBeHad() {
        GroupPorts ports = ports(NET);
        assertEquals(List.of("input", "input2"), ports.names(Side.INPUT));
        assertEquals("both.input2", ports.told(ports.inside(Side.INPUT, 1).get(0)));
        assertEquals(List.of(new PortRef("both", "input3")), ports.free(Side.INPUT));
        assertEquals(List.of(new PortRef("a", "output")), ports.free(Side.OUTPUT));
    }

    @Test
    void anAddedPortIsTheLast() {
        Document after = after(ports(NET).add(Side.OUTPUT, new PortRef("a", "output")));
        assertEquals(List.of("output", "output2"), ports(after).names(Side.OUTPUT));
        assertEquals(into(NET), into(after));
        Document more =
                ports(after).add(Side.INPUT, new PortRef("both", "input3")).apply(after);
        assertEquals(List.of("input", "input2", "input3"), ports(more).names(Side.INPUT));
    }

    @Test
    void aRenamedPortKeepsItsWires() {
        Document after = after(ports(NET).rename(Side.INPUT, 1, "side"));
        assertEquals(
                Set.of(Link.of("image", "output", "g", "input"), Link.of("b", "output", "g", "side")), into(after));
        assertEquals(List.of(), ShapeInference.infer(after).findings(Problem.Severity.SHAPE));
    }

    @Test
    void namesAreIdentifiersAndTheirOwn() {
        assertEquals(
                Optional.of("Another port is called \"input\"."), ports(NET).wrong(Side.INPUT, 1, "input"));
        assertEquals(true, ports(NET).wrong(Side.INPUT, 1, "two words").isPresent());
        assertEquals(Optional.empty(), ports(NET).wrong(Side.INPUT, 1, "input2"));
        assertEquals(Optional.empty(), ports(NET).wrong(Side.OUTPUT, 0, "input"));
    }

    @Test
    void orderChangesNoWire() {
        Document after = after(ports(NET).move(Side.INPUT, 1, -1));
        assertEquals(List.of("input2", "input"), ports(after).names(Side.INPUT));
        assertEquals(into(NET), into(after));
    }

    @Test
    void aRemovedPortTakesItsWiresAlong() {
        Document after = after(ports(NET).remove(Side.INPUT, 1));
        assertEquals(Set.of(Link.of("image", "output", "g", "input")), into(after));
        assertEquals(List.of(), after(ports(NET).remove(Side.OUTPUT, 0)).graph().incoming("end"));
    }

    @Test
    void anInputFeedsSeveralAndAnOutputShowsOne() {
        PortRef third = new PortRef("both", "input3");
        Document fed = after(ports(NET).toggle(Side.INPUT, 0, third));
        assertEquals(List.of(new PortRef("a", "input"), third), ports(fed).inside(Side.INPUT, 0));
        assertEquals(
                NET.definitions(),
                ports(fed).toggle(Side.INPUT, 0, third).apply(fed).definitions());
        Document shown = after(ports(NET).toggle(Side.OUTPUT, 0, new PortRef("a", "output")));
        assertEquals(List.of(new PortRef("a", "output")), ports(shown).inside(Side.OUTPUT, 0));
        assertEquals(NET.graph().links(), shown.graph().links());
    }
}
