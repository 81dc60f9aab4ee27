package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jimu.app.fx.WindowTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The command palette and the history by keyboard. */
@WindowTest
class CommandPaletteTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("commands");

    private final FxRobot robot = window.robot();

    @Start
    void open(Stage stage) {
        window.open(stage);
    }

    @Test
    void aCommandIsTypedAndRun() {
        ask("new model");
        assertFalse(robot.lookup("#commands").query().isVisible());
        assertTrue(robot.lookup("#canvas").query().isVisible());
        robot.clickOn("#palette-search").write("conv2d").push(KeyCode.ENTER);
        ask("history");
        ListView<String> list = robot.lookup("#history-list").query();
        assertEquals(
                2, list.getItems().size(), () -> list.getItems().subList(0, 6).toString());
        robot.interact(list::requestFocus);
        robot.push(KeyCode.HOME).push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(0, robot.lookup(".block").queryAll().size());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(1, robot.lookup(".block").queryAll().size());
    }

    @Test
    void escapeClosesItAndGivesTheFocusBack() {
        ask("new model");
        robot.clickOn("#palette-search");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P).push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(robot.lookup("#commands").query().isVisible());
        assertTrue(robot.lookup("#palette-search").query().isFocused());
    }

    @Test
    void whereNothingIsFoundItSaysSo() {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("qqqq");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                "Nothing found.",
                robot.lookup("#commands .placeholder .label").queryLabeled().getText());
    }

    private void ask(String words) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write(words).push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
