package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.WindowTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A pointer that rests on a wire or an output is told whence the sizes there come. */
@WindowTest
class HoverTest {
    private final Preferences memory = Preferences.userRoot().node("jimu-test/hover");
    private final FxRobot robot = new FxRobot();
    private final CanvasHands hands = new CanvasHands(robot);

    @Start
    void open(Stage stage) {
        App.open(stage, new Answers(), Background.onCurrentThread(), memory);
    }

    @AfterEach
    void forget() throws BackingStoreException {
        memory.removeNode();
    }

    @Test
    void aCardTellsWhenceTheSizesOnAWireCome() throws TimeoutException {
        robot.clickOn("#start-data-NONE").clickOn("#start-new");
        hands.drop("Input", 150, 120);
        hands.drop("Conv2d", 400, 120);
        hands.pull("#port-b1-output", "#port-b2-input");
        assertFalse(card().isVisible());
        robot.moveTo("#wire-b1-b2");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> card().isVisible() && !title().isEmpty());
        assertEquals("input.output: N × 1 × 28 × 28", title());
        assertEquals("""
                N = samples in a batch, from Input "input"
                1 = size of the field "image", from Input "input"
                28 = size of the field "image", from Input "input"
                28 = size of the field "image", from Input "input\"""", robot.lookup("#wire-b1-b2").query().queryAccessibleAttribute(AccessibleAttribute.HELP));
        robot.moveTo("#port-b2-output");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> title().startsWith("conv1"));
        shown();
        assertEquals(List.of("N", "16", "26", "26"), sizes());
        robot.moveTo("#palette-search");
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(card().isVisible());
    }

    private Node card() {
        return robot.lookup("#origin-card").query();
    }

    private void shown() throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> card().isVisible());
    }

    private String title() {
        return robot.from(card()).lookup(".origin-title").queryLabeled().getText();
    }

    private List<String> sizes() {
        return robot.from(card()).lookup(".origin-size").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }
}
