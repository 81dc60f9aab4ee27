package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jimu.app.command.CommandId;
import jimu.app.fx.Answers;
import jimu.app.fx.WindowTest;
import jimu.app.session.Nets;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.Link;
import jimu.engine.io.FileException;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What mouse and keys do at the canvas and at the panels around it, with what is shown before anything is done. */
@WindowTest
class EditingInWindowTest {
    private static final Link WIRE = Link.of("image", "output", "relu", "input");
    private static final Document NET = Nets.net()
            .block("image", new Input(), 0, 0)
            .block("conv", new Conv2d(), 240, 0)
            .block("relu", new ReLU(), 480, 160)
            .block("label", new Target(), 0, 160)
            .block("conv2", new Conv2d(), 240, 320)
            .chain("image", "relu")
            .document();

    @RegisterExtension
    private final OpenWindow window = new OpenWindow("editing");

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
        show(NET);
    }

    private void show(Document document) {
        window.show(document, "net");
        hands.awaitStill("#block-image");
    }

    private Document saved() throws FileException {
        return window.saved(folder.resolve("net.jimu"), () -> robot.interact(window.files()::save));
    }

    private boolean has(String query, String state) {
        return robot.lookup(query).query().getPseudoClassStates().contains(PseudoClass.getPseudoClass(state));
    }

    private Object parameter(String block, String name) throws FileException {
        return saved().graph().require(block).content() instanceof Content.Of of
                ? LayerCatalog.of(of.layer()).parameter(name).orElseThrow().get(of.layer())
                : "";
    }

    @Test
    void beforeAWireIsDroppedPortsGlowAndTheTargetShowsWhatItWouldGive() throws FileException {
        robot.drag("#port-image-output").moveTo("#port-conv-input");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("Fits → N × 16 × 26 × 26\n+160 parameters, +97,344 multiply-adds", hands.text(".pull-words"));
        assertTrue(has("#port-conv-input", "fits"));
        assertTrue(has("#port-relu-input", "refused"));
        assertTrue(has("#block-conv", "ghost"));
        assertEquals("N × 16 × 26 × 26", hands.text("#block-conv .block-output"));
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(has("#port-conv-input", "fits") || has("#block-conv", "ghost"));
        assertEquals("?", hands.text("#block-conv .block-output"));
        robot.drop();
        assertEquals(NET, saved());
    }

    @Test
    void whyAWireIsRefusedStandsBesideThePointer() throws FileException {
        robot.drag("#port-image-output").moveTo("#port-relu-input");
        WaitForAsyncUtils.waitForFxEvents();
        Bounds words = hands.bounds(".pull-words");
        Point2D pointer = hands.corner("#port-relu-input");
        assertTrue(has(".pull-words", "refused"), hands.text(".pull-words"));
        assertTrue(Math.abs(words.getMinX() - pointer.getX()) < 60 && Math.abs(words.getMinY() - pointer.getY()) < 60);
        robot.drop();
        assertEquals(NET, saved());
    }

    @Test
    void theStartOfAWireIsPluggedInElsewhere() throws FileException {
        Point2D start = hands.corner("#port-image-output").add(7, 7);
        Point2D end = hands.corner("#port-relu-input").add(7, 7);
        Point2D near = start.add((end.getX() - start.getX()) * 0.12, 1);
        robot.drag(near).dropTo("#port-conv-output");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                Set.of(Link.of("conv", "output", "relu", "input")),
                saved().graph().links());
        hands.keys(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(Set.of(WIRE), saved().graph().links());
    }

    @Test
    void aKeyArrangesAllInOneStep() throws FileException {
        hands.keys(KeyCode.CONTROL, KeyCode.L);
        hands.await(() -> !saved().layout().equals(NET.layout()));
        assertEquals(NET.graph(), saved().graph());
        hands.keys(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(NET, saved());
    }

    @Test
    void aNameIsWrittenWhereItStands() throws FileException {
        robot.clickOn("#block-conv");
        hands.keys(KeyCode.F2);
        robot.write("stem");
        hands.keys(KeyCode.ENTER);
        assertEquals("stem", saved().graph().require("conv").name());
    }

    @Test
    void aStepOfTheHistoryIsGoneToByAClick() throws FileException {
        robot.clickOn("#block-conv2");
        hands.keys(KeyCode.DELETE);
        robot.clickOn("#block-label");
        hands.keys(KeyCode.DELETE);
        assertEquals(3, saved().graph().blocks().size());
        hands.keys(KeyCode.CONTROL, KeyCode.H);
        Node first = robot.lookup("#history-list .list-cell").nth(0).query();
        robot.clickOn(first);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(NET, saved());
        Node second = robot.lookup("#history-list .list-cell").nth(1).query();
        robot.clickOn(second);
        assertEquals(4, saved().graph().blocks().size());
    }

    @Test
    void aParameterOfSeveralBlocksIsSetInOneStep() throws FileException {
        robot.clickOn("#block-conv")
                .press(KeyCode.SHIFT)
                .clickOn("#block-conv2")
                .release(KeyCode.SHIFT);
        hands.await("#entry-out_channels");
        robot.clickOn("#entry-out_channels");
        hands.keys(KeyCode.CONTROL, KeyCode.A);
        robot.write("7");
        hands.keys(KeyCode.ENTER);
        assertEquals(7L, parameter("conv", "out_channels"));
        assertEquals(7L, parameter("conv2", "out_channels"));
        hands.keys(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(NET, saved());
    }

    @Test
    void shapesFollowWhileASpinnerTurns() throws FileException {
        show(new Edit.Connect(Link.of("image", "output", "conv", "input")).apply(NET));
        robot.clickOn("#block-conv");
        hands.await("#entry-out_channels");
        robot.clickOn("#entry-out_channels .increment-arrow-button");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("N × 17 × 26 × 26", hands.text("#block-conv .block-output"));
        robot.clickOn("#entry-out_channels .increment-arrow-button");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("N × 18 × 26 × 26", hands.text("#block-conv .block-output"));
        assertEquals(18L, parameter("conv", "out_channels"));
    }

    @Test
    void aGroupIsRepeated() throws FileException {
        show(new Edit.MakeGroup(Set.of("relu"), "stage", "g").apply(NET));
        robot.clickOn("#block-g");
        hands.await("#entry-group_repeat");
        robot.clickOn("#entry-group_repeat");
        hands.keys(KeyCode.CONTROL, KeyCode.A);
        robot.write("3");
        hands.keys(KeyCode.ENTER);
        assertEquals(new Content.Use("stage", 3), saved().graph().require("g").content());
        assertEquals("N × 1 × 28 × 28", hands.text("#block-g .block-output"));
    }

    @Test
    void aLayerBecomesAFavouriteByAKey() {
        robot.clickOn("#palette-search").write("sigm");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#palette-Sigmoid").type(KeyCode.F);
        robot.clickOn("#palette-search");
        hands.keys(KeyCode.CONTROL, KeyCode.A);
        hands.keys(KeyCode.DELETE);
        hands.await("#palette-favourites-Sigmoid");
    }

    @Test
    void theSameKeyAgainMakesItNoFavouriteThoughItsRowHasMoved() {
        robot.clickOn("#palette-Flatten").type(KeyCode.F);
        hands.await("#palette-favourites-Flatten");
        robot.type(KeyCode.F);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup(node -> node.getId() != null && node.getId().startsWith("palette-favourites-"))
                .queryAll()
                .isEmpty());
    }

    @Test
    void keysShowAllAndTheSelectionAndEverythingAtItsOwnSize() {
        hands.keys(KeyCode.CONTROL, KeyCode.MINUS);
        assertNotEquals("100 %", hands.text("#status-zoom"));
        hands.keys(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertEquals("100 %", hands.text("#status-zoom"));
        Bounds canvas = hands.bounds("#canvas");
        hands.keys(KeyCode.CONTROL, KeyCode.DIGIT0);
        for (String block : new String[] {"image", "conv", "relu", "label", "conv2"}) {
            assertTrue(canvas.contains(hands.bounds("#block-" + block)), block);
        }
        robot.clickOn("#block-relu");
        hands.keys(KeyCode.CONTROL, KeyCode.DIGIT2);
        Point2D there = hands.middle("#block-relu");
        assertEquals(canvas.getCenterX(), there.getX(), 2);
        assertEquals(canvas.getCenterY(), there.getY(), 2);
    }

    @Test
    void blocksPortsAndWiresHaveRolesAndNamesForWhoCannotSee() {
        Map.of(
                        "#block-conv", "block: conv",
                        "#port-conv-input", "port: Input: input",
                        "#port-conv-output", "port: Output: output",
                        "#wire-image-relu", "wire: From image to relu: N × 1 × 28 × 28")
                .forEach((query, told) -> {
                    Node node = robot.lookup(query).query();
                    assertEquals(AccessibleRole.NODE, node.getAccessibleRole());
                    String words = node.getAccessibleRoleDescription() + ": " + node.getAccessibleText();
                    assertTrue(words.startsWith(told), words);
                });
    }

    @Test
    void theSheetOfKeysHasThatOfEveryCommandAndWhatCanBeDoneWithoutOne() {
        hands.keys(KeyCode.F1);
        assertEquals("Keyboard shortcuts", dialogs.told().get(dialogs.told().size() - 1));
        Map<String, String> rows = dialogs.listed();
        for (CommandId id : CommandId.values()) {
            if (!id.keys().isEmpty()) {
                assertTrue(rows.containsKey(id.keys()), id.name());
            }
        }
        assertEquals("Rename", rows.get("F2"));
        assertEquals("Make the layer a favourite, or no favourite", rows.get("F in the palette"));
    }
}
