package jimu.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.layer.core.Input;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NewBlockTest {
    private final Session session = new Session();
    private final NewBlock blocks = new NewBlock(session, SourceDefaults.NONE);

    @BeforeEach
    void open() {
        session.openNew(Document.EMPTY, "net");
    }

    private List<String> names() {
        return session.document().graph().blocks().stream().map(Block::name).toList();
    }

    @Test
    void namesBeginWithTheTypesStemAndCount() {
        for (String type : List.of(
                "Input",
                "Target",
                "Conv2d",
                "Conv2d",
                "ReLU",
                "MaxPool2d",
                "Linear",
                "BatchNorm2d",
                "Dropout",
                "Flatten",
                "CrossEntropyLoss",
                "Input")) {
            blocks.addAt(type, Position.ORIGIN);
        }
        assertEquals(
                List.of(
                        "input",
                        "target",
                        "conv1",
                        "conv2",
                        "relu1",
                        "pool1",
                        "fc1",
                        "bn1",
                        "dropout1",
                        "flatten1",
                        "loss",
                        "input2"),
                names());
    }

    @Test
    void aNameThatBecameFreeIsUsedAgain() {
        Block first = blocks.addAt("Conv2d", Position.ORIGIN);
        blocks.addAt("Conv2d", Position.ORIGIN);
        session.apply(new jimu.engine.graph.Edit.Remove(Set.of(first.id()), Set.of()));
        assertEquals("conv1", blocks.addAt("Conv2d", Position.ORIGIN).name());
        assertEquals(List.of("conv2", "conv1"), names());
    }

    @Test
    void noneLandsOnAnother() {
        for (int i = 0; i < 30; i++) {
            blocks.addAt("ReLU", new Position(100, 100));
        }
        List<Block> all = List.copyOf(session.document().graph().blocks());
        for (Block block : all) {
            Document without =
                    new jimu.engine.graph.Edit.Remove(Set.of(block.id()), Set.of()).apply(session.document());
            assertTrue(Placement.in(without)
                    .isFree(session.document().position(block.id()), BlockSize.of(session.document(), block)));
        }
    }

    @Test
    void theNewBlockIsSelected() {
        Block block = blocks.addAt("ReLU", Position.ORIGIN);
        assertEquals(Selection.of(block.id()), session.selection());
    }

    @Test
    void aLossBehindTheSelectedBlockIsWiredThoughItsTargetIsMissing() {
        blocks.addBehindSelection("Input", Position.ORIGIN);
        Block flat = blocks.addBehindSelection("Flatten", Position.ORIGIN);
        Block loss = blocks.addBehindSelection("CrossEntropyLoss", Position.ORIGIN);
        assertTrue(session.document().graph().links().contains(Link.of(flat.id(), "output", loss.id(), "input")));
    }

    @Test
    void behindTheSelectedBlockItIsWiredInOneStep() {
        Block input = blocks.addAt("Input", Position.ORIGIN);
        Block conv = blocks.addBehindSelection("Conv2d", new Position(0, 500));
        assertEquals(
                Set.of(Link.of(input.id(), "output", conv.id(), "input")),
                session.document().graph().links());
        assertTrue(session.document().position(conv.id()).x() > 152);
        session.undo();
        assertEquals(List.of("input"), names());
    }

    @Test
    void whatDoesNotFitBehindTheSelectedBlockIsNotWired() {
        blocks.addAt("Target", Position.ORIGIN);
        blocks.addBehindSelection("Conv2d", Position.ORIGIN);
        assertFalse(session.document().graph().blocks().isEmpty());
        assertEquals(Set.of(), session.document().graph().links());
    }

    @Test
    void sourcesTakeFieldAndShapeFromTheData() {
        NewBlock fromData =
                new NewBlock(session, (document, source) -> new Input("features", List.of(4), 0, DType.FLOAT32));
        Block input = fromData.addAt("Input", Position.ORIGIN);
        assertEquals(new Content.Of(new Input("features", List.of(4), 0, DType.FLOAT32)), input.content());
    }
}
