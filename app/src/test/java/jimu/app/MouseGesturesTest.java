package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import jimu.app.fx.Answers;
import jimu.app.fx.WindowTest;
import jimu.app.session.BlockSize;
import jimu.app.session.Nets;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.graph.Position;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Input;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a mouse does at blocks, wires and the canvas; what came of it is read from the saved file. */
@WindowTest
class MouseGesturesTest {
    private static final Link FIRST = link("image", "conv");
    private static final Link SECOND = link("conv", "relu");
    private static final Document NET = Nets.net()
            .block("image", new Input(), 0, 0)
            .block("conv", new Conv2d(), 240, 0)
            .block("relu", new ReLU(), 480, 0)
            .block("loose", new ReLU(), 232, 160)
            .chain("image", "conv", "relu")
            .document();

    @RegisterExtension
    private final OpenWindow window = new OpenWindow("gestures");

    private final Answers dialogs = window.dialogs();
    private final FxRobot robot = window.robot();
    private final CanvasHands hands = window.hands();

    @TempDir
    private Path folder;

    @Start
    void open(Stage stage) {
        window.open(stage);
    }

    @BeforeEach
    void begin() {
        window.show(NET, "net");
        hands.awaitStill("#block-loose");
    }

    private static Link link(String from, String to) {
        return Link.of(from, "output", to, "input");
    }

    private Document saved() throws FileException {
        return window.saved(folder.resolve("net.jimu"), () -> robot.interact(window.files()::save));
    }

    private Set<Link> links() throws FileException {
        return saved().graph().links();
    }

    private Position place(String block) throws FileException {
        return saved().position(block);
    }

    private void choose(String item) {
        robot.clickOn("#context-" + item);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void selectTwo(String one, String other) {
        robot.clickOn("#block-" + one)
                .press(KeyCode.SHIFT)
                .clickOn("#block-" + other)
                .release(KeyCode.SHIFT);
    }

    /** A place on the wire between two neighbouring blocks, beside its label. */
    private Point2D onWire(String from, String to) {
        Point2D start = hands.middle("#port-" + from + "-output");
        Point2D end = hands.middle("#port-" + to + "-input");
        return start.add(end.subtract(start).multiply(0.12));
    }

    /** The one block that there is besides these. */
    private String besides(Set<String> others) throws FileException {
        List<String> ids = saved().graph().blocks().stream()
                .map(Block::id)
                .filter(id -> !others.contains(id))
                .toList();
        assertEquals(1, ids.size());
        return ids.get(0);
    }

    @Test
    void theWireThatWouldLeadThroughADraggedBlockIsDrawnOverIt() {
        Node block = robot.lookup("#block-loose").query();
        Point2D middle = hands.middle("#block-loose");
        Point2D wire = hands.middle("#port-image-output").midpoint(hands.middle("#port-conv-input"));
        robot.drag(middle).moveTo(wire.add(0, 4));
        WaitForAsyncUtils.waitForFxEvents();
        Node rim = robot.lookup(".wire-rim").match(Node::isVisible).queryAll().stream()
                .filter(one -> one.getParent().isVisible())
                .findFirst()
                .orElseThrow();
        assertTrue(isOver(rim, block));
        robot.type(KeyCode.ESCAPE).drop();
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup(".wire-rim").queryAll().stream()
                .noneMatch(one -> one.getParent().isVisible()));
    }

    @Test
    void aNewNoteIsWrittenInWithinItsOwnEdges() {
        robot.rightClickOn(hands.middle("#block-loose").add(160, 0));
        choose("note");
        Node field = robot.lookup("#in-place").query();
        Node note = robot.lookup("#remark-n1").query();
        assertEquals(note.getLayoutBounds().getWidth(), field.getLayoutBounds().getWidth());
        assertEquals(note.getLayoutBounds().getHeight(), field.getLayoutBounds().getHeight());
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#in-place").tryQuery().isEmpty());
    }

    /** Whether one node is drawn after another. */
    private static boolean isOver(Node upper, Node lower) {
        List<Node> above = ways(upper);
        List<Node> below = ways(lower);
        int fork = 0;
        while (above.get(fork) == below.get(fork)) {
            fork++;
        }
        List<Node> children = above.get(fork).getParent().getChildrenUnmodifiable();
        return children.indexOf(above.get(fork)) > children.indexOf(below.get(fork));
    }

    /** The nodes from the window's root down to one. */
    private static List<Node> ways(Node node) {
        List<Node> way = new ArrayList<>();
        for (Node one = node; one != null; one = one.getParent()) {
            way.add(0, one);
        }
        return way;
    }

    @Test
    void aBlocksMenuDuplicatesIt() throws FileException {
        robot.rightClickOn("#block-conv");
        choose("duplicate");
        assertEquals(5, saved().graph().blocks().size());
        assertEquals(Set.of(FIRST, SECOND), links());
    }

    @Test
    void aBlocksMenuReplacesItsLayerAndTheWiresStay() throws FileException {
        robot.rightClickOn("#block-conv");
        choose("replace");
        robot.write("conv1d");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#insert-Conv1d");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("Conv1d", saved().graph().require("conv").content().label());
        assertEquals(Set.of(FIRST, SECOND), links());
    }

    @Test
    void aWiresMenuDeletesIt() throws FileException {
        robot.rightClickOn(onWire("image", "conv"));
        choose("delete");
        assertEquals(Set.of(SECOND), links());
    }

    @Test
    void aPortsMenuDeletesTheWiresOfItsBlock() throws FileException {
        robot.rightClickOn("#port-conv-output");
        choose("delete_wires");
        assertEquals(Set.of(), links());
    }

    @Test
    void theCanvasMenuInsertsWhereItWasOpened() throws FileException {
        robot.rightClickOn(hands.middle("#block-loose").add(-200, 0));
        choose("insert");
        robot.write("linear");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#insert-Linear");
        WaitForAsyncUtils.waitForFxEvents();
        String inserted = besides(Set.of("image", "conv", "relu", "loose"));
        Point2D offset = hands.middle("#block-" + inserted).subtract(hands.middle("#block-loose"));
        assertEquals(0, offset.distance(-200, 0), BlockSize.GRID, offset::toString);
    }

    @Test
    void aGroupsMenuTakesItApart() throws FileException {
        selectTwo("conv", "relu");
        robot.rightClickOn("#block-conv");
        choose("group");
        String group = besides(Set.of("image", "loose"));
        hands.keys(KeyCode.ESCAPE);
        robot.rightClickOn("#block-" + group);
        choose("ungroup");
        assertEquals(4, saved().graph().blocks().size());
    }

    @Test
    void keysAreForAnOpenMenuAlone() {
        robot.rightClickOn("#block-conv");
        WaitForAsyncUtils.waitForFxEvents();
        hands.keys(KeyCode.RIGHT);
        hands.keys(KeyCode.ESCAPE);
        assertEquals("Conv2d", robot.lookup("#inspector-title").queryLabeled().getText());
        robot.clickOn("#block-conv");
        hands.keys(KeyCode.RIGHT);
        assertEquals("Wire", robot.lookup("#inspector-title").queryLabeled().getText());
    }

    @Test
    void aDraggedBlockLiesAboveOthers() {
        robot.drag("#block-conv")
                .moveTo(hands.middle("#block-relu").add(-30, 0))
                .moveBy(5, 0);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#block-conv").query().getViewOrder()
                < robot.lookup("#block-relu").query().getViewOrder());
        robot.drop();
    }

    @Test
    void aDraggedBlockIsDrawnIntoLineAndAGuideShowsIt() throws FileException {
        Point2D header = hands.middle("#block-loose .block-header");
        robot.drag(header).moveBy(4, 4).moveBy(4, 3);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup(".guide").tryQuery().isPresent());
        robot.drop();
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup(".guide").tryQuery().isEmpty());
        assertEquals(240, place("loose").x());
    }

    @Test
    void selectedBlocksAreAlignedByTheirMenu() throws FileException {
        selectTwo("conv", "loose");
        robot.rightClickOn("#block-loose");
        choose("align_left");
        assertEquals(232, place("conv").x());
        assertEquals(232, place("loose").x());
    }

    @Test
    void selectedBlocksAreDistributedByTheirMenu() throws FileException {
        robot.clickOn("#block-image")
                .press(KeyCode.SHIFT)
                .clickOn("#block-loose")
                .clickOn("#block-relu")
                .release(KeyCode.SHIFT);
        robot.rightClickOn("#block-relu");
        choose("distribute_across");
        assertEquals(240, place("loose").x());
    }

    @Test
    void thePathBetweenTwoBlocksIsSelectedByTheirMenu() {
        selectTwo("image", "relu");
        robot.rightClickOn("#block-relu");
        choose("select_path");
        assertEquals(
                "3 blocks and 2 wires selected",
                robot.lookup("#inspector-title").queryLabeled().getText());
    }

    @Test
    void aBlockDroppedOnAWireIsSplicedIntoIt() throws FileException {
        Point2D wire = hands.middle("#port-image-output").midpoint(hands.middle("#port-conv-input"));
        robot.drag("#block-loose").moveTo(wire.add(0, 60)).moveTo(wire);
        WaitForAsyncUtils.waitForFxEvents();
        robot.drop();
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(Set.of(link("image", "loose"), link("loose", "conv"), SECOND), links());
    }

    @Test
    void aWiresEndIsPluggedInElsewhere() throws FileException {
        hands.pull("#port-relu-input", "#port-loose-input");
        assertEquals(Set.of(FIRST, link("conv", "loose")), links());
    }

    @Test
    void whatWasCopiedIsPastedIntoAnotherDocument() throws FileException {
        selectTwo("conv", "relu");
        robot.rightClickOn("#block-conv");
        choose("copy");
        window.show(Document.EMPTY, "other");
        dialogs.choose(folder.resolve("other.jimu"));
        robot.rightClickOn(hands.corner("#canvas").add(300, 200));
        choose("paste");
        robot.interact(window.files()::save);
        Document other = DocumentFile.open(folder.resolve("other.jimu"));
        assertEquals(
                List.of("Conv2d", "ReLU"),
                other.graph().blocks().stream()
                        .map(block -> block.content().label())
                        .toList());
        assertEquals(1, other.graph().links().size());
    }

    @Test
    void theMiddleButtonMovesTheCanvas() throws FileException {
        Point2D before = hands.corner("#block-image");
        robot.moveTo(hands.middle("#block-conv"))
                .press(MouseButton.MIDDLE)
                .moveBy(30, 20)
                .moveBy(20, 20)
                .release(MouseButton.MIDDLE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(0, hands.corner("#block-image").distance(before.add(50, 40)), 0.01);
        assertEquals(NET, saved());
    }

    @Test
    void theMinimapIsForTheMainButton() {
        Point2D before = hands.middle("#block-image");
        robot.rightClickOn(hands.corner("#minimap").add(20, 20));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(before, hands.middle("#block-image"));
        assertTrue(robot.lookup("#context-insert").tryQuery().isEmpty());
    }

    @Test
    void aClickInTheMinimapBesideItsFrameGoesThere() {
        for (int i = 0; i < 4; i++) {
            hands.keys(KeyCode.CONTROL, KeyCode.EQUALS);
        }
        Point2D before = hands.middle("#block-image");
        robot.clickOn(hands.corner("#minimap").add(170, 60));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(hands.middle("#block-image").getX() < before.getX() - 100);
    }
}
