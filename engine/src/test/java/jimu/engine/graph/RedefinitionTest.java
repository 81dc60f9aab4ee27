package jimu.engine.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.Net;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.merge.Add;
import org.junit.jupiter.api.Test;

class RedefinitionTest {
    private static final Document GROUPED = new Edit.MakeGroup(Set.of("a", "sum"), "stage", "g")
            .apply(new Net()
                    .add("x", Net.input(4))
                    .then("a", new ReLU())
                    .add("y", new ReLU(), "x")
                    .add("sum", new Add(), "a", "y")
                    .then("end", new ReLU())
                    .document());
    private static final Definition STAGE = GROUPED.requireDefinition("stage");

    private static Definition.Entry renamed(Definition.Entry entry, String to) {
        return new Definition.Entry(to, entry.feeds());
    }

    @Test
    void wiresFollowARenamedPort() {
        Definition now = STAGE.withPorts(
                List.of(renamed(STAGE.inputs().get(0), "main"), STAGE.inputs().get(1)),
                List.of(new Definition.Exit("sum", STAGE.outputs().get(0).shows())));
        Document after = new Edit.Redefine(now, Map.of("input", "main"), Map.of("output", "sum")).apply(GROUPED);
        assertEquals(
                Set.of(
                        Link.of("x", "output", "y", "input"),
                        Link.of("x", "output", "g", "main"),
                        Link.of("y", "output", "g", "input2"),
                        Link.of("g", "sum", "end", "input")),
                after.graph().links());
    }

    @Test
    void twoPortsMaySwapTheirNames() {
        Definition now = STAGE.withPorts(
                List.of(
                        renamed(STAGE.inputs().get(0), "input2"),
                        renamed(STAGE.inputs().get(1), "input")),
                STAGE.outputs());
        Document after = new Edit.Redefine(now, Map.of("input", "input2", "input2", "input"), Map.of()).apply(GROUPED);
        assertEquals(
                Set.of(Link.of("x", "output", "g", "input2"), Link.of("y", "output", "g", "input")),
                Set.copyOf(after.graph().incoming("g")));
    }

    @Test
    void wiresAtAPortThatIsGoneFallAway() {
        Definition now = STAGE.withPorts(List.of(STAGE.inputs().get(1)), STAGE.outputs());
        Document after = new Edit.Redefine(now, Map.of(), Map.of()).apply(GROUPED);
        assertEquals(
                List.of(Link.of("y", "output", "g", "input2")), after.graph().incoming("g"));
    }

    @Test
    void aGroupAroundItKeepsItsPorts() {
        Document around = new Edit.MakeGroup(Set.of("g", "end"), "outer", "o").apply(GROUPED);
        Definition now = STAGE.withPorts(
                List.of(renamed(STAGE.inputs().get(0), "main"), STAGE.inputs().get(1)), STAGE.outputs());
        Document after = new Edit.Redefine(now, Map.of("input", "main"), Map.of()).apply(around);
        assertEquals(
                List.of(new PortRef("g", "main")),
                after.requireDefinition("outer").inputs().get(0).feeds());
    }
}
