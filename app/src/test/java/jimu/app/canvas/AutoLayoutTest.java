package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jimu.app.session.Nets;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Position;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.CrossEntropyLoss;
import org.junit.jupiter.api.Test;

class AutoLayoutTest {
    private static Document chain(int length) {
        Nets net = Nets.net().block("x", new Input(), 0, 0);
        IntStream.range(0, length).forEach(i -> net.block("r" + i, new ReLU(), 0, 0));
        net.wire("x", "r0", "input");
        IntStream.range(1, length).forEach(i -> net.wire("r" + (i - 1), "r" + i, "input"));
        return net.document();
    }

    private static void assertApart(Document document) {
        List<Block> blocks = List.copyOf(document.graph().blocks());
        for (int i = 0; i < blocks.size(); i++) {
            for (int j = i + 1; j < blocks.size(); j++) {
                assertFalse(Box.of(document, blocks.get(i)).touches(Box.of(document, blocks.get(j))));
            }
        }
    }

    private static Map<String, Position> of(Document document, Flow flow) {
        Set<String> all = document.graph().blocks().stream().map(Block::id).collect(Collectors.toSet());
        return AutoLayout.of(document, all, flow, () -> false);
    }

    private static Document arranged(Document document) {
        return new Edit.Move(of(document, Flow.RIGHTWARDS)).apply(document);
    }

    @Test
    void blocksRunFromLeftToRightWithoutCovering() {
        Document document = arranged(Nets.net()
                .block("x", new Input())
                .block("y", new Target())
                .block("loss", new CrossEntropyLoss())
                .wire("x", "loss", "input")
                .wire("y", "loss", "target")
                .document());
        assertApart(document);
        assertTrue(document.position("x").x() < document.position("loss").x());
        assertTrue(document.position("x").y() < document.position("y").y());
    }

    @Test
    void aLongChainIsBrokenIntoRows() {
        Document document = arranged(chain(12));
        assertApart(document);
        Box box = Box.around(document, document.graph().blocks());
        assertTrue(box.width() < 2.5 * box.height());
    }

    @Test
    void downwardsALongChainIsBrokenIntoColumns() {
        Document chain = chain(30);
        Document document = new Edit.Move(of(chain, Flow.DOWNWARDS)).apply(chain);
        assertApart(document);
        Box box = Box.around(document, document.graph().blocks());
        assertTrue(box.height() < 2.5 * box.width());
    }

    @Test
    void theSameDocumentIsArrangedTheSameWay() {
        assertEquals(of(chain(5), Flow.RIGHTWARDS), of(chain(5), Flow.RIGHTWARDS));
    }

    @Test
    void theBlocksInGroupsAreArrangedToo() {
        Document chain = chain(6);
        Document grouped = new Edit.Sequence(List.of(
                        new Edit.MakeGroup(Set.of("r1", "r2"), "inner", "i"),
                        new Edit.MakeGroup(Set.of("i", "r3"), "outer", "o")))
                .apply(chain);
        Document document = AutoLayout.arranged(grouped);
        assertEquals(grouped.graph(), document.graph());
        for (Document inside : List.of(document, document.inside("inner"), document.inside("outer"))) {
            assertApart(inside);
            inside.graph()
                    .links()
                    .forEach(link ->
                            assertTrue(inside.position(link.from().block()).x()
                                    < inside.position(link.to().block()).x()));
        }
        grouped.definitions()
                .forEach((name, definition) ->
                        assertTrue(definition.sameNetwork(document.requireDefinition(name)), name));
    }

    @Test
    void nothingIsArrangedToNothing() {
        assertEquals(Map.<String, Position>of(), of(Document.EMPTY, Flow.DOWNWARDS));
    }

    @Test
    void downwardsEveryBlockLiesBelowWhatLeadsIntoIt() {
        Document chain = chain(5);
        Document document = new Edit.Move(of(chain, Flow.DOWNWARDS)).apply(chain);
        assertApart(document);
        document.graph()
                .links()
                .forEach(link ->
                        assertTrue(document.position(link.from().block()).y()
                                < document.position(link.to().block()).y()));
    }

    @Test
    void aFewAreArrangedWithoutTouchingTheOthers() {
        Document chain = chain(6).withPositions(Map.of("x", new Position(400, 0), "r5", new Position(0, 400)));
        Map<String, Position> places =
                AutoLayout.of(chain, Set.of("r0", "r1", "r2", "r3"), Flow.RIGHTWARDS, () -> false);
        assertEquals(Set.of("r0", "r1", "r2", "r3"), places.keySet());
        Document document = new Edit.Move(places).apply(chain);
        Set<String> apart = Set.of("x", "r0", "r1", "r2", "r3", "r5");
        assertApart(new Edit.Remove(
                        document.graph().blocks().stream()
                                .map(Block::id)
                                .filter(id -> !apart.contains(id))
                                .collect(Collectors.toSet()),
                        Set.of())
                .apply(document));
    }
}
