package jimu.app.canvas;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jimu.app.fx.Background;
import jimu.app.session.Groups;
import jimu.app.session.Nets;
import jimu.app.session.NewBlock;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.app.session.SourceDefaults;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.graph.Remark;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Input;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CanvasViewModelTest {
    private static final Document NET = Nets.net()
            .block("image", new Input())
            .block("conv1", new Conv2d())
            .block("relu1", new ReLU())
            .chain("image", "conv1", "relu1")
            .document();

    private final Session session = new Session();
    private final CanvasViewModel canvas = new CanvasViewModel(
            session, new NewBlock(session, SourceDefaults.NONE), Background.onCurrentThread(), Clipboard.inMemory());

    @BeforeEach
    void open() {
        session.openNew(NET, "net");
        canvas.viewport().resize(800, 600);
    }

    private List<String> names() {
        return session.document().graph().blocks().stream().map(Block::name).toList();
    }

    @Test
    void facesFollowEveryEdit() {
        session.apply(new Edit.SetParameter("conv1", "out_channels", 5L));
        Faces faces = canvas.facesProperty().get();
        assertEquals("5 @ 3×3", requireNonNull(faces.blocks().get("conv1")).detail());
        assertEquals(
                "N × 5 × 26 × 26", requireNonNull(faces.blocks().get("relu1")).output());
        assertEquals(
                "N × 5 × 26 × 26",
                requireNonNull(faces.wires().get(Link.of("conv1", "output", "relu1", "input")))
                        .label());
    }

    @Test
    void aGroupsFaceFollowsItsColour() {
        session.select(Selection.ofBlocks(List.of("conv1", "relu1")));
        Groups groups = new Groups(session);
        groups.group();
        String group = groups.selected().orElseThrow().id();
        session.apply(new Edit.Define(
                List.of(session.document().requireDefinition("group1").withColor("red"))));
        assertEquals(
                "group-red",
                requireNonNull(canvas.facesProperty().get().blocks().get(group)).category());
    }

    @Test
    void deletingABlockHealsItsWire() {
        session.select(Selection.of("conv1"));
        canvas.delete();
        assertEquals(List.of("image", "relu1"), names());
        assertEquals(
                Set.of(Link.of("image", "output", "relu1", "input")),
                session.document().graph().links());
        session.undo();
        assertEquals(NET, session.document());
    }

    @Test
    void deletingWithWiresHealsNone() {
        session.select(Selection.of("conv1"));
        canvas.deleteWithWires();
        assertEquals(List.of("image", "relu1"), names());
        assertEquals(Set.of(), session.document().graph().links());
    }

    @Test
    void deletingAWireLeavesTheBlocks() {
        session.select(Selection.of(Link.of("image", "output", "conv1", "input")));
        canvas.delete();
        assertEquals(List.of("image", "conv1", "relu1"), names());
        assertEquals(1, session.document().graph().links().size());
    }

    @Test
    void pastingAddsCopiesWithTheWiresBetween() {
        session.select(Selection.ofBlocks(List.of("conv1", "relu1")));
        canvas.pasting().copy();
        canvas.pasting().paste();
        assertEquals(List.of("image", "conv1", "relu1", "conv2", "relu2"), names());
        assertEquals(3, session.document().graph().links().size());
        assertEquals(2, session.selection().blocks().size());
        session.undo();
        assertEquals(NET, session.document());
    }

    @Test
    void pastedBlocksCoverNothing() {
        canvas.selectAll();
        canvas.pasting().copy();
        canvas.pasting().paste();
        canvas.pasting().paste();
        Document document = session.document();
        List<Block> blocks = List.copyOf(document.graph().blocks());
        for (int i = 0; i < blocks.size(); i++) {
            for (int j = i + 1; j < blocks.size(); j++) {
                assertTrue(!Box.of(document, blocks.get(i)).touches(Box.of(document, blocks.get(j))));
            }
        }
    }

    @Test
    void whatWasCutCanBePastedElsewhere() {
        canvas.selectAll();
        canvas.pasting().cut();
        assertEquals(List.of(), names());
        session.openNew(Document.EMPTY, "other");
        canvas.pasting().paste();
        assertEquals(List.of("image", "conv1", "relu1"), names());
    }

    @Test
    void aCopySharesTheWeightsThatItsOriginalShares() {
        Block twin = new Block("b9", "twin", new Content.Of(new Conv2d()), Optional.of("conv1"));
        session.apply(new Edit.AddBlock(twin, Position.ORIGIN));
        session.select(Selection.of("b9"));
        canvas.pasting().copy();
        canvas.pasting().paste();
        assertEquals(Optional.of("conv1"), pasted().sharesWeightsOf());
        session.openNew(Document.EMPTY, "other");
        canvas.pasting().paste();
        assertEquals(Optional.empty(), pasted().sharesWeightsOf());
    }

    @Test
    void aBlockThatSharesWeightsShowsWhose() {
        Block twin = new Block("b9", "twin", new Content.Of(new Conv2d()), Optional.of("conv1"));
        session.apply(new Edit.AddBlock(twin, Position.ORIGIN));
        Faces faces = canvas.facesProperty().get();
        assertEquals("conv1", requireNonNull(faces.blocks().get("b9")).owner());
        assertEquals("", requireNonNull(faces.blocks().get("conv1")).owner());
    }

    private Block pasted() {
        String id = session.selection().single().orElseThrow();
        return session.document().graph().require(id);
    }

    @Test
    void duplicatingLeavesTheClipboardAlone() {
        session.select(Selection.of("relu1"));
        canvas.pasting().copy();
        session.select(Selection.of("conv1"));
        canvas.pasting().duplicate();
        canvas.pasting().paste();
        assertEquals(List.of("image", "conv1", "relu1", "conv2", "relu2"), names());
    }

    @Test
    void nudgesUntilTheKeyIsReleasedAreOneStep() {
        session.select(Selection.of("conv1"));
        Position before = session.document().position("conv1");
        canvas.nudge(8, 0);
        canvas.nudge(8, 0);
        assertEquals(NET, session.present());
        canvas.settle();
        assertEquals(
                new Position(before.x() + 16, before.y()), session.present().position("conv1"));
        session.undo();
        assertEquals(NET, session.present());
    }

    @Test
    void insertingGoesBehindTheSelectedBlockAndShowsIt() {
        session.select(Selection.of("relu1"));
        canvas.insert("Flatten");
        assertEquals(List.of("image", "conv1", "relu1", "flatten1"), names());
        assertEquals(3, session.document().graph().links().size());
        Document document = session.document();
        Box box = Box.of(
                document, document.graph().require(session.selection().single().orElseThrow()));
        assertTrue(canvas.viewport()
                        .toWindow(new Position(box.right(), box.bottom()))
                        .x()
                <= 800);
    }

    @Test
    void anotherDocumentIsToBeFitted() {
        canvas.fit();
        assertEquals(false, canvas.unfittedProperty().get());
        session.openNew(Document.EMPTY, "other");
        assertEquals(true, canvas.unfittedProperty().get());
        assertNotEquals(
                Faces.of(NET, session.inference()), canvas.facesProperty().get());
    }

    @Test
    void theSelectionIsShownInTheMiddle() {
        session.apply(new Edit.Move(java.util.Map.of("relu1", new Position(4000, 3000))));
        session.select(Selection.of("relu1"));
        canvas.fitSelection();
        assertEquals(canvas.places().box("relu1").middle(), canvas.viewport().middle());
        assertEquals(1, canvas.viewport().scale());
        session.select(Selection.of(Link.of("conv1", "output", "relu1", "input")));
        canvas.fitSelection();
        assertTrue(canvas.viewport().window().holds(canvas.places().box("conv1")));
        assertTrue(canvas.viewport().window().holds(canvas.places().box("relu1")));
    }

    @Test
    void everythingThatIsShownIncludesNotesAndFrames() {
        session.openNew(NET, "net");
        canvas.viewport().resize(900, 500);
        session.apply(new Edit.SetRemark(
                "n1", new Remark(Remark.Kind.NOTE, "far", new Position(-900, 700), 160, 80, "yellow")));
        canvas.fit();
        assertTrue(canvas.viewport().window().holds(new Box(-900, 700, -740, 780)));
    }
}
