package jimu.app;

import static jimu.app.session.Nets.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import jimu.app.fx.WindowTest;
import jimu.engine.graph.Document;
import jimu.engine.graph.Position;
import jimu.engine.io.FileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Far out blocks are painted and have no nodes; a mouse does the same to them. Also what has been out of sight, and the small map. */
@WindowTest
class PaintedCanvasTest {
    private static final int NOTCHES = 13;
    private static final double NEAREST_PAINTED = 0.4;

    @RegisterExtension
    private final OpenWindow window = new OpenWindow("painted");

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
        hands.drop("Input", 150, 120);
        hands.drop("Conv2d", 450, 120);
        hands.pull("#port-b1-output", "#port-b2-input");
    }

    private Document saved() throws FileException {
        return window.saved(folder.resolve("net.jimu"));
    }

    /** Zooms out about the middle of the image's block, which stays under the pointer. */
    private Point2D zoomOut() {
        Node block = robot.lookup("#block-b1").query();
        Point2D middle = block.localToScreen(76, 40);
        robot.moveTo(middle).scroll(NOTCHES, VerticalDirection.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(robot.lookup("#block-b1").query().getParent().getParent().isVisible());
        return middle;
    }

    @Test
    void halfWayOutABlockSaysItsShapeOnOneLineAndWhole() {
        Node block = robot.lookup("#block-b2").query();
        robot.moveTo(block.localToScreen(76, 40)).scroll(NOTCHES / 2, VerticalDirection.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        Labeled output = robot.from(block).lookup(".block-output").queryLabeled();
        Text written = (Text) output.lookup(".text");
        assertEquals("N×16×26×26", written.getText());
        assertEquals(written.getFont().getSize(), written.getLayoutBounds().getHeight(), 6);
    }

    @Test
    void aPaintedBlockIsDragged() throws FileException {
        Position before = saved().position("b1");
        Point2D middle = zoomOut();
        robot.drag(middle).moveTo(middle.add(10, 5)).dropTo(middle.add(80, 40));
        WaitForAsyncUtils.waitForFxEvents();
        Position after = saved().position("b1");
        assertTrue(after.x() - before.x() > 80 / NEAREST_PAINTED, () -> before + " → " + after);
        assertEquals((after.x() - before.x()) / 2, after.y() - before.y(), 40);
        hands.keys(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(before, saved().position("b1"));
    }

    @Test
    void theKeptPictureFollowsPanningAndLeavesOutWhatIsDragged() {
        Point2D spot = zoomOut().add(12, 0);
        Color block = colour(spot);
        pan(100);
        hands.await(() -> !colour(spot).equals(block));
        Point2D there = spot.add(100, 0);
        hands.await(() -> colour(there).equals(block));
        robot.drag(there).moveTo(there.add(10, 40)).moveTo(there.add(0, 90));
        hands.await(() -> colour(there.add(0, 90)).equals(block));
        hands.await(() -> !colour(there).equals(block));
        robot.drop();
        hands.await(() -> colour(there.add(0, 90)).equals(block));
    }

    @Test
    void inHighContrastAPaintedBlockHasALightEdge() {
        hands.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        robot.write("high contrast").type(KeyCode.ENTER);
        Point2D middle = zoomOut();
        double half = 76 * NEAREST_PAINTED;
        hands.await(() -> IntStream.range(0, (int) half)
                .mapToObj(x -> colour(middle.add(-x, 2)))
                .anyMatch(color -> color.equals(Color.web("#d0d0d0"))));
    }

    private Color colour(Point2D place) {
        return robot.capture(new Rectangle2D(place.getX(), place.getY(), 1, 1))
                .getImage()
                .getPixelReader()
                .getColor(0, 0);
    }

    @Test
    void aPaintedBlockIsSelectedByAClickAndByARubberBand() throws FileException {
        Point2D middle = zoomOut();
        robot.clickOn(middle);
        hands.keys(KeyCode.DELETE);
        assertEquals(List.of("conv1"), names(saved()));
        hands.keys(KeyCode.CONTROL, KeyCode.Z);
        robot.moveTo(middle.add(-50, -50))
                .press(MouseButton.PRIMARY)
                .moveTo(middle.add(100, 0))
                .moveTo(middle.add(300, 60))
                .release(MouseButton.PRIMARY);
        hands.keys(KeyCode.DELETE);
        assertEquals(List.of(), names(saved()));
    }

    @Test
    void aPaintedBlockHasATooltip() {
        Point2D middle = zoomOut();
        robot.moveTo(middle.add(3, 1)).moveTo(middle.add(2, 2));
        hands.await(() -> Window.getWindows().stream()
                .anyMatch(window ->
                        window instanceof Tooltip tooltip && tooltip.getText().contains("N × 1 × 28 × 28")));
    }

    @Test
    void aBlockThatWasOutOfSightShowsWhatIsNewWhenItIsBack() {
        Labeled output = robot.lookup("#block-b2").lookup(".block-output").queryLabeled();
        assertEquals("N × 16 × 26 × 26", output.getText());
        pan(-420);
        pan(-420);
        assertFalse(robot.lookup("#block-b2").query().isVisible());
        hands.keys(KeyCode.CONTROL, KeyCode.Z);
        pan(420);
        pan(420);
        Node block = robot.lookup("#block-b2").query();
        assertTrue(block.isVisible());
        String now = robot.from(block).lookup(".block-output").queryLabeled().getText();
        assertTrue(!now.contains("26"), now);
    }

    private void pan(double dx) {
        Bounds canvas = hands.bounds("#canvas");
        Point2D from = new Point2D(dx < 0 ? canvas.getMaxX() - 40 : canvas.getMinX() + 40, canvas.getMinY() + 60);
        robot.moveTo(from)
                .press(MouseButton.MIDDLE)
                .moveTo(from.add(dx / 2, 0))
                .moveTo(from.add(dx, 0))
                .release(MouseButton.MIDDLE);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theFrameOnTheSmallMapIsDraggedToPan() {
        Point2D before = hands.corner("#block-b1");
        Bounds frame = robot.lookup("#minimap-frame")
                .query()
                .localToScreen(robot.lookup("#minimap-frame").query().getBoundsInLocal());
        Point2D held = new Point2D(frame.getMinX() + 8, frame.getMinY() + 6);
        robot.moveTo(held).press(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(before, hands.corner("#block-b1"));
        robot.moveTo(held.add(10, 6)).moveTo(held.add(20, 12)).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        Point2D after = hands.corner("#block-b1");
        assertTrue(after.getX() < before.getX() - 60, () -> before + " → " + after);
        assertTrue(after.getY() < before.getY() - 30, () -> before + " → " + after);
    }
}
