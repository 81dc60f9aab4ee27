package jimu.app.canvas;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.app.fx.Background;
import jimu.app.session.LinkCheck.Fits;
import jimu.app.session.LinkCheck.Refused;
import jimu.app.session.Nets;
import jimu.app.session.NewBlock;
import jimu.app.session.PortEnd;
import jimu.app.session.Selection;
import jimu.app.session.Session;
import jimu.app.session.SourceDefaults;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Input;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Gestures with the pointer, played on the model without a window. Blocks are 152 × 80, ports in the middle of their sides. */
class GestureTest {
    private static final Link WIRE = Link.of("image", "output", "conv", "input");
    private static final Document NET = Nets.net()
            .block("image", new Input(), 0, 0)
            .block("conv", new Conv2d(), 304, 0)
            .block("relu", new ReLU(), 304, 200)
            .chain("image", "conv")
            .document();

    private final Session session = new Session();
    private final CanvasViewModel canvas = new CanvasViewModel(
            session, new NewBlock(session, SourceDefaults.NONE), Background.onCurrentThread(), Clipboard.inMemory());

    @BeforeEach
    void open() {
        session.openNew(NET, "net");
        canvas.viewport().resize(800, 600);
    }

    private Pointer at(double x, double y) {
        return Pointer.at(canvas.viewport(), x, y);
    }

    private void press(double x, double y, Spot spot) {
        canvas.press(at(x, y), spot, Reach.ONLY);
    }

    private void dragTo(double x, double y) {
        canvas.drag(at(x, y));
    }

    private void dropAt(double x, double y) {
        canvas.drag(at(x, y));
        canvas.release(at(x, y));
    }

    private static Spot on(String block) {
        return new Spot.OnBlock(block);
    }

    private static Spot output(String block) {
        return new Spot.OnPort(PortEnd.output(block, "output"));
    }

    private static Spot input(String block) {
        return new Spot.OnPort(PortEnd.input(block, "input"));
    }

    private Position place(String block) {
        return session.document().position(block);
    }

    private Set<Link> links() {
        return session.document().graph().links();
    }

    @Test
    void aDraggedBlockFollowsOnTheGridAsOneStep() {
        press(10, 10, on("image"));
        dragTo(20, 20);
        dragTo(50, 33);
        assertEquals(new Position(40, 24), place("image"));
        assertEquals(NET, session.present());
        dropAt(61, 33);
        assertEquals(new Position(48, 24), place("image"));
        session.undo();
        assertEquals(NET, session.document());
    }

    @Test
    void allSelectedBlocksMoveTogether() {
        session.select(Selection.ofBlocks(Set.of("image", "conv")));
        press(10, 10, on("image"));
        dropAt(26, 10);
        assertEquals(new Position(16, 0), place("image"));
        assertEquals(new Position(320, 0), place("conv"));
        assertEquals(new Position(304, 200), place("relu"));
    }

    @Test
    void aDragFollowsThePointerAtEveryZoom() {
        canvas.viewport().zoomAbout(0.5, 0, 0);
        press(10, 10, on("image"));
        dropAt(30, 10);
        assertEquals(new Position(40, 0), place("image"));
    }

    @Test
    void escapePutsADraggedBlockBack() {
        press(10, 10, on("image"));
        dragTo(100, 100);
        canvas.escape();
        canvas.release(at(100, 100));
        assertEquals(NET, session.document());
        assertFalse(session.dirtyProperty().get());
    }

    @Test
    void aClickSelectsOneOfSeveral() {
        session.select(Selection.ofBlocks(Set.of("image", "conv")));
        press(10, 10, on("image"));
        canvas.release(at(11, 10));
        assertEquals(Selection.of("image"), session.selection());
        assertEquals(NET, session.document());
    }

    @Test
    void shiftAddsAndTakesAway() {
        press(10, 10, on("image"));
        canvas.release(at(10, 10));
        canvas.press(at(310, 10), on("conv"), Reach.TOO);
        canvas.release(at(310, 10));
        assertEquals(Selection.ofBlocks(Set.of("image", "conv")), session.selection());
        canvas.press(at(10, 10), on("image"), Reach.TOO);
        canvas.release(at(10, 10));
        assertEquals(Selection.of("conv"), session.selection());
    }

    @Test
    void aWirePulledFromPortToPortIsMadeInOneStep() {
        press(456, 40, output("conv"));
        dropAt(306, 242);
        assertEquals(Set.of(WIRE, Link.of("conv", "output", "relu", "input")), links());
        session.undo();
        assertEquals(NET, session.document());
    }

    @Test
    void aPortDrawsAWireThatComesNear() {
        press(456, 40, output("conv"));
        dropAt(286, 238);
        assertTrue(links().contains(Link.of("conv", "output", "relu", "input")));
    }

    @Test
    void aWireCanBePulledFromTheInput() {
        press(304, 240, input("relu"));
        dropAt(452, 44);
        assertTrue(links().contains(Link.of("conv", "output", "relu", "input")));
    }

    @Test
    void everyPortAnswersWhileAWireIsPulled() {
        press(456, 40, output("conv"));
        dragTo(500, 100);
        Pull pull = canvas.pullProperty().get().orElseThrow();
        assertInstanceOf(Fits.class, pull.answers().get(PortEnd.input("relu", "input")));
        assertInstanceOf(Refused.class, pull.answers().get(PortEnd.output("image", "output")));
        assertInstanceOf(Refused.class, pull.answers().get(PortEnd.input("conv", "input")));
        assertEquals(Optional.empty(), pull.over());
        dragTo(300, 245);
        assertEquals(
                Optional.of(PortEnd.input("relu", "input")),
                canvas.pullProperty().get().orElseThrow().over());
    }

    @Test
    void aWireLetGoOnABlockGoesIntoThePortThatFits() {
        press(456, 40, output("conv"));
        dropAt(400, 250);
        assertTrue(links().contains(Link.of("conv", "output", "relu", "input")));
    }

    @Test
    void aWireLetGoInTheVoidAsksForANewBlock() {
        press(456, 40, output("conv"));
        dropAt(600, 500);
        assertEquals(NET, session.document());
        InsertSearch search = canvas.insertion().searchProperty().get().orElseThrow();
        assertEquals(new Position(600, 500), search.place());
        assertTrue(canvas.pullProperty().get().isPresent());
        canvas.insertion().end(Optional.empty());
        assertEquals(NET, session.document());
        assertEquals(Optional.empty(), canvas.pullProperty().get());
    }

    @Test
    void aClickOnAPortAsksForNothing() {
        press(456, 40, output("conv"));
        dropAt(458, 42);
        assertEquals(Optional.empty(), canvas.insertion().searchProperty().get());
    }

    @Test
    void whileAWireIsOverAPortTheNetworkShowsWhatItWouldBecome() {
        session.apply(new Edit.Disconnect(WIRE));
        session.select(Selection.of("relu"));
        press(152, 40, output("image"));
        dragTo(306, 42);
        Pull pull = canvas.pullProperty().get().orElseThrow();
        assertEquals(160, pull.parameters());
        assertEquals(97_344, pull.multiplyAdds());
        assertEquals(
                "N × 16 × 26 × 26",
                requireNonNull(canvas.facesProperty().get().blocks().get("conv"))
                        .output());
        assertEquals(Set.of(), session.present().graph().links());
        dragTo(230, 300);
        assertEquals(Set.of(), links());
        dragTo(306, 42);
        canvas.escape();
        assertEquals(Set.of(), links());
        assertEquals(Selection.of("relu"), session.selection());
    }

    @Test
    void aBlockThatStandsAloneIsSplicedIntoTheWireItIsDroppedOn() {
        press(310, 210, on("relu"));
        dragTo(160, 14);
        assertEquals(Optional.of(WIRE), canvas.marksProperty().get().spliced());
        dropAt(160, 14);
        assertEquals(DragMarks.NONE, canvas.marksProperty().get());
        assertEquals(
                Set.of(Link.of("image", "output", "relu", "input"), Link.of("relu", "output", "conv", "input")),
                links());
        assertTrue(place("image").x() + 152 < place("relu").x());
        assertTrue(place("relu").x() + 152 < place("conv").x());
        session.undo();
        assertEquals(NET, session.document());
    }

    @Test
    void aWiredBlockIsNotSpliced() {
        session.apply(new Edit.Connect(Link.of("conv", "output", "relu", "input")));
        press(310, 210, on("relu"));
        dragTo(160, 14);
        assertEquals(Optional.empty(), canvas.marksProperty().get().spliced());
    }

    @Test
    void aDraggedBlockIsDrawnIntoLineWithOthersAndAGuideSaysSo() {
        session.apply(new Edit.Move(Map.of("conv", new Position(301, 0))));
        press(310, 210, on("relu"));
        dragTo(305, 235);
        assertEquals(new Position(301, 224), place("relu"));
        assertTrue(canvas.marksProperty().get().guides().contains(new Box(377, 0, 377, 304)));
        dropAt(305, 235);
        assertEquals(DragMarks.NONE, canvas.marksProperty().get());
    }

    @Test
    void aPaletteBlockDroppedOnAWireIsSplicedIn() {
        canvas.dragNew().over("ReLU", at(228, 44));
        assertEquals(Optional.of(WIRE), canvas.marksProperty().get().spliced());
        canvas.dragNew().drop("ReLU", at(228, 44));
        String id = session.selection().single().orElseThrow();
        assertEquals(Set.of(Link.of("image", "output", id, "input"), Link.of(id, "output", "conv", "input")), links());
        assertEquals(DragMarks.NONE, canvas.marksProperty().get());
        session.undo();
        assertEquals(NET, session.document());
    }

    @Test
    void aPaletteBlockThatFitsNoWireMarksNone() {
        canvas.dragNew().over("Input", at(228, 44));
        assertEquals(Optional.empty(), canvas.marksProperty().get().spliced());
    }

    @Test
    void blocksOfOneSizeAreInLineByOneGuide() {
        press(310, 210, on("relu"));
        dragTo(312, 235);
        assertEquals(1, canvas.marksProperty().get().guides().size());
    }

    @Test
    void anOutputFeedsSeveral() {
        press(152, 40, output("image"));
        dropAt(305, 242);
        assertEquals(Set.of(WIRE, Link.of("image", "output", "relu", "input")), links());
    }

    @Test
    void aRefusedWireIsNotMade() {
        press(456, 240, output("relu"));
        dropAt(304, 40);
        assertEquals(NET, session.document());
    }

    @Test
    void aPluggedInputGivesUpItsWire() {
        press(304, 40, input("conv"));
        dropAt(304, 240);
        assertEquals(Set.of(Link.of("image", "output", "relu", "input")), links());
        session.undo();
        assertEquals(Set.of(WIRE), links());
    }

    @Test
    void aWireGraspedNearItsStartPullsThatEnd() {
        session.apply(new Edit.Move(Map.of("relu", new Position(0, 200))));
        press(170, 40, new Spot.OnWire(WIRE));
        dropAt(152, 240);
        assertEquals(Set.of(Link.of("relu", "output", "conv", "input")), links());
    }

    @Test
    void aClickedWireIsSelected() {
        press(228, 40, new Spot.OnWire(WIRE));
        canvas.release(at(228, 40));
        assertEquals(Selection.of(WIRE), session.selection());
        assertEquals(NET, session.document());
    }

    @Test
    void aRubberBandSelectsWhatItTouchesAndTheWiresBetween() {
        press(-20, -20, new Spot.OnCanvas());
        dragTo(310, 50);
        assertTrue(canvas.bandProperty().get().isPresent());
        canvas.release(at(310, 50));
        assertEquals(new Selection(Set.of("image", "conv"), Set.of(WIRE)), session.selection());
        assertEquals(Optional.empty(), canvas.bandProperty().get());
    }

    @Test
    void withShiftARubberBandAdds() {
        session.select(Selection.of("image"));
        canvas.press(at(290, 190), new Spot.OnCanvas(), Reach.TOO);
        dropAt(320, 220);
        assertEquals(Selection.ofBlocks(Set.of("image", "relu")), session.selection());
    }

    @Test
    void aClickBesideSelectsNothing() {
        session.select(Selection.of("image"));
        press(700, 500, new Spot.OnCanvas());
        canvas.release(at(700, 500));
        assertEquals(Selection.NONE, session.selection());
    }

    @Test
    void panningMovesWhatIsShown() {
        canvas.pressToPan(at(100, 100));
        dropAt(140, 90);
        assertEquals(new Position(-40, 10), canvas.viewport().toCanvas(0, 0));
        assertEquals(NET, session.document());
    }
}
