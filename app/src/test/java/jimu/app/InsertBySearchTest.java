package jimu.app;

import static jimu.app.session.Nets.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jimu.app.fx.WindowTest;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Inserting by search, splicing and healing with a real mouse and keyboard. */
@WindowTest
class InsertBySearchTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("insert");

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

    private void take(String query) {
        robot.write(query);
        hands.keys(KeyCode.ENTER);
    }

    @Test
    void aDoubleClickInThePaletteInserts() throws FileException {
        robot.clickOn("#palette-search").write("conv2d");
        robot.doubleClickOn("#palette-Conv2d");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of("conv1"), names(saved()));
    }

    @Test
    void aSecondDoubleClickAtTheSamePlaceInsertsTheSameLayer() throws FileException {
        Point2D flatten = hands.corner("#palette-Flatten").add(40, 8);
        robot.doubleClickOn(flatten);
        WaitForAsyncUtils.waitForFxEvents();
        // On a busy machine two clicks can be too far apart to be a double-click.
        for (int i = 0; i < 3 && names(saved()).size() < 2; i++) {
            robot.doubleClickOn(flatten);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertEquals(List.of("flatten1", "flatten2"), names(saved()));
    }

    @Test
    void aNetworkIsBuiltByMouseAndSearch() throws FileException {
        Point2D canvas = hands.corner("#canvas");
        robot.doubleClickOn(canvas.add(120, 100));
        take("input");
        robot.drag("#port-b1-output").dropTo(canvas.add(320, 100));
        WaitForAsyncUtils.waitForFxEvents();
        take("conv2d");
        robot.drag("#port-b1-output").dropTo(canvas.add(320, 280));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#insert-Flatten").tryQuery().isPresent());
        hands.keys(KeyCode.ESCAPE);
        Document document = saved();
        assertEquals(List.of("input", "conv1"), names(document));
        assertEquals(
                Set.of(Link.of("b1", "output", "b2", "input")), document.graph().links());
    }

    @Test
    void aLayerDroppedOnAWireIsSplicedInAndItsWireHealsWhenItGoes() throws FileException {
        hands.drop("Input", 120, 100);
        hands.drop("Flatten", 420, 100);
        hands.pull("#port-b1-output", "#port-b2-input");
        hands.drop("ReLU", 270, 102);
        assertEquals(
                Set.of(Link.of("b1", "output", "b3", "input"), Link.of("b3", "output", "b2", "input")),
                saved().graph().links());
        hands.keys(KeyCode.DELETE);
        assertEquals(
                Set.of(Link.of("b1", "output", "b2", "input")), saved().graph().links());
        hands.keys(KeyCode.CONTROL, KeyCode.Z);
        robot.clickOn("#block-b3");
        hands.keys(KeyCode.SHIFT, KeyCode.DELETE);
        assertEquals(Set.of(), saved().graph().links());
    }

    @Test
    void tabOnTheCanvasInsertsBehindTheSelectedBlock() throws FileException {
        hands.drop("Input", 120, 100);
        hands.keys(KeyCode.TAB);
        take("flatten");
        hands.keys(KeyCode.TAB);
        take("linear");
        Document document = saved();
        assertEquals(List.of("input", "flatten1", "fc1"), names(document));
        assertEquals(2, document.graph().links().size());
    }

    @Test
    void copiedBlocksAreTextThatCanBePasted() throws FileException {
        hands.drop("Input", 120, 100);
        hands.keys(KeyCode.CONTROL, KeyCode.C);
        String text = WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> javafx.scene.input.Clipboard.getSystemClipboard().getString());
        assertEquals(List.of("input"), names(DocumentFile.read(text)));
        hands.keys(KeyCode.CONTROL, KeyCode.V);
        assertEquals(List.of("input", "input2"), names(saved()));
    }
}
