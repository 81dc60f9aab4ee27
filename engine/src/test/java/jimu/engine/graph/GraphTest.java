package jimu.engine.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jimu.engine.Net;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Linear;
import org.junit.jupiter.api.Test;

class GraphTest {
    private static final Graph CHAIN = new Net()
            .add("x", Net.input(4))
            .then("fc", new Linear())
            .then("fc2", new Linear())
            .graph();

    @Test
    void blocksAndLinksKeepTheirOrder() {
        assertEquals(List.of("x", "fc", "fc2"), ids(CHAIN));
        assertEquals(
                List.of(Link.of("x", "output", "fc", "input"), Link.of("fc", "output", "fc2", "input")),
                List.copyOf(CHAIN.links()));
        assertEquals(List.of("x", "fc", "fc2"), ids(CHAIN.replace(relu("fc"))));
    }

    @Test
    void anotherOrderIsAnotherGraph() {
        Graph graph = Graph.of(List.of(relu("a"), relu("b")), List.of());
        assertEquals(graph, Graph.of(List.of(relu("a"), relu("b")), List.of()));
        assertNotEquals(graph, Graph.of(List.of(relu("b"), relu("a")), List.of()));
    }

    @Test
    void namesAndIdsThatNobodyHas() {
        assertEquals("relu", CHAIN.freeName("relu"));
        assertEquals("fc3", CHAIN.freeName("fc"));
        assertEquals("b4", CHAIN.freeId());
        assertEquals("b6", CHAIN.withAll(List.of(relu("b5")), List.of()).freeId());
    }

    @Test
    void identifiersAreThoseOfPython() {
        assertTrue(Stream.of("a", "_", "conv1", "Fc_2").allMatch(Block::isIdentifier));
        assertTrue(Stream.of("", "1a", "a b", "a.b", "é", "a-b").noneMatch(Block::isIdentifier));
    }

    @Test
    void onlyWhatIsThereCanBeChanged() {
        Link missing = Link.of("x", "output", "fc2", "input");
        assertThrows(IllegalArgumentException.class, () -> CHAIN.require("none"));
        assertThrows(IllegalArgumentException.class, () -> CHAIN.without(missing));
        assertThrows(IllegalArgumentException.class, () -> CHAIN.replace(relu("none")));
    }

    @Test
    void aBlockTakesItsLinksAlong() {
        assertEquals(
                Set.of(Link.of("x", "output", "fc", "input")),
                CHAIN.without(List.of("fc2")).links());
    }

    private static List<String> ids(Graph graph) {
        return graph.blocks().stream().map(Block::id).toList();
    }

    private static Block relu(String id) {
        return Block.of(id, id, new Content.Of(new ReLU()));
    }
}
