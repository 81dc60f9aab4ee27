package jimu.app;

import static jimu.app.session.Nets.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import jimu.app.fx.Answers;
import jimu.app.fx.WindowTest;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.io.FileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Building a network on the canvas with a real mouse and keyboard; what came of it is read from the saved file. */
@WindowTest
class CanvasTest {
    private static final String IMAGE = "#block-b1";
    private static final String CONV = "#block-b2";

    @RegisterExtension
    private final OpenWindow window = new OpenWindow("canvas");

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
        window.begin();
    }

    private Document saved() throws FileException {
        return window.saved(folder.resolve("net.jimu"));
    }

    @Test
    void blocksAreDraggedFromThePaletteAndWiredByPulling() throws FileException {
        hands.drop("Input", 150, 120);
        hands.drop("Conv2d", 450, 120);
        hands.pull("#port-b1-output", "#port-b2-input");
        Document document = saved();
        assertEquals(List.of("input", "conv1"), names(document));
        assertEquals(
                Set.of(Link.of("b1", "output", "b2", "input")), document.graph().links());
        assertEquals(
                "N × 1 × 28 × 28", robot.lookup(".wire-label").queryLabeled().getText());
        assertEquals("net.jimu – Jimu", robot.window(0) instanceof Stage stage ? stage.getTitle() : "");
    }

    @Test
    void aWireFromInputToInputIsRefusedWithTheReason() throws FileException {
        hands.drop("Conv2d", 150, 120);
        hands.drop("Conv2d", 450, 120);
        robot.drag("#port-b1-input").moveTo("#port-b2-input");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                "Both are inputs; a wire runs from an output to an input.",
                robot.lookup(".pull-words").queryLabeled().getText());
        robot.drop();
        assertEquals(Set.of(), saved().graph().links());
    }

    @Test
    void blocksMoveAndUndoAndRedoGoBackAndForth() throws FileException {
        hands.drop("Input", 150, 120);
        Point2D before = hands.corner(IMAGE);
        robot.drag(".block-header").moveBy(80, 48).drop();
        WaitForAsyncUtils.waitForFxEvents();
        Point2D after = hands.corner(IMAGE);
        assertEquals(80, after.getX() - before.getX(), 8);
        assertEquals(48, after.getY() - before.getY(), 8);
        hands.keys(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(before, hands.corner(IMAGE));
        hands.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(after, hands.corner(IMAGE));
    }

    @Test
    void aRubberBandSelectsAndDeleteDeletes() throws FileException {
        hands.drop("Input", 200, 120);
        hands.drop("Conv2d", 500, 120);
        hands.drop("ReLU", 200, 310);
        Point2D canvas = hands.corner("#canvas");
        robot.moveTo(canvas.add(20, 20))
                .press(MouseButton.PRIMARY)
                .moveTo(canvas.add(300, 100))
                .moveTo(canvas.add(620, 220))
                .release(MouseButton.PRIMARY);
        hands.keys(KeyCode.DELETE);
        assertEquals(List.of("relu1"), names(saved()));
        hands.keys(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(List.of("input", "conv1", "relu1"), names(saved()));
    }

    @Test
    void theWheelZoomsAboutThePointer() {
        hands.drop("Input", 200, 150);
        Point2D under = hands.corner(IMAGE);
        double width = widthOnScreen(IMAGE);
        robot.moveTo(under).scroll(3, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(widthOnScreen(IMAGE) != width);
        assertEquals(under.getX(), hands.corner(IMAGE).getX(), 2);
        assertEquals(under.getY(), hands.corner(IMAGE).getY(), 2);
    }

    private double widthOnScreen(String query) {
        Node node = robot.lookup(query).query();
        return node.localToScreen(node.getLayoutBounds()).getWidth();
    }

    @Test
    void spaceAndTheMouseMoveTheCanvas() {
        hands.drop("Input", 200, 150);
        Point2D before = hands.corner(IMAGE);
        Point2D free = hands.corner("#canvas").add(500, 300);
        robot.clickOn(free)
                .press(KeyCode.SPACE)
                .moveTo(free)
                .press(MouseButton.PRIMARY)
                .moveBy(60, 40)
                .release(MouseButton.PRIMARY)
                .release(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(before.getX() + 60, hands.corner(IMAGE).getX(), 1);
        assertEquals(before.getY() + 40, hands.corner(IMAGE).getY(), 1);
    }

    @Test
    void aNetworkIsBuiltByKeyboardAlone() throws FileException {
        robot.clickOn("#palette-search");
        for (String type : List.of("Input", "Conv2d", "ReLU", "Flatten", "Linear")) {
            hands.keys(KeyCode.CONTROL, KeyCode.A);
            robot.write(type);
            hands.keys(KeyCode.ENTER);
        }
        Document document = saved();
        assertEquals(List.of("input", "conv1", "relu1", "flatten1", "fc1"), names(document));
        assertEquals(4, document.graph().links().size());
        assertTrue(robot.lookup("#status-totals").queryLabeled().getText().startsWith("108,330 parameters"));
    }

    @Test
    void arrowKeysMoveTheSelectionByTheGrid() throws FileException {
        hands.drop("Input", 200, 150);
        Document before = saved();
        hands.keys(KeyCode.CONTROL, KeyCode.RIGHT);
        hands.keys(KeyCode.CONTROL, KeyCode.DOWN);
        Document after = saved();
        assertEquals(before.position("b1").x() + 8, after.position("b1").x());
        assertEquals(before.position("b1").y() + 8, after.position("b1").y());
    }

    @Test
    void escapeGivesUpADrag() throws FileException {
        hands.drop("Input", 200, 150);
        Document before = saved();
        robot.drag(".block-header").moveBy(90, 30);
        hands.keys(KeyCode.ESCAPE);
        robot.drop();
        assertEquals(before, saved());
    }

    @Test
    void whatWasSavedOpensAgainAfterANewModel() throws FileException {
        hands.drop("Input", 150, 120);
        hands.drop("Conv2d", 450, 120);
        hands.pull("#port-b1-output", "#port-b2-input");
        Document document = saved();
        hands.keys(KeyCode.CONTROL, KeyCode.N);
        assertFalse(robot.lookup(CONV).tryQuery().isPresent());
        dialogs.choose(folder.resolve("net.jimu"));
        hands.keys(KeyCode.CONTROL, KeyCode.O);
        assertTrue(robot.lookup(CONV).tryQuery().isPresent());
        assertEquals(document, saved());
    }
}
