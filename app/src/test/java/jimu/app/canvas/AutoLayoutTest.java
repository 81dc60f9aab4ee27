package jimu.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
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

    private static Document arranged(Document document) {
        return new Edit.Move(AutoLayout.of(document)).apply(document);
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
    void theSameDocumentIsArrangedTheSameWay() {
        assertEquals(AutoLayout.of(chain(5)), AutoLayout.of(chain(5)));
    }

    @Test
    void nothingIsArrangedToNothing() {
        assertEquals(Map.<String, Position>of(), AutoLayout.of(Document.EMPTY));
    }
}
