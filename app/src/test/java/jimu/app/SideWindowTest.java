package jimu.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import jimu.app.file.FileActions;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.WindowTest;
import jimu.app.session.Iris;
import jimu.app.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The windows of the sweeps and of the Layer Lab beside the main one. */
@WindowTest
class SideWindowTest {
    private final Preferences memory = Preferences.userRoot().node("jimu-test/side");
    private final FxRobot robot = new FxRobot();
    private Stage main;
    private FileActions files;

    @Start
    void open(Stage stage) {
        main = stage;
        files = App.open(stage, new Answers(), Background.onCurrentThread(), memory);
    }

    @AfterEach
    void forget() throws BackingStoreException {
        memory.removeNode();
    }

    private Stage opened(KeyCode key, String title) {
        robot.interact(() -> files.create(Iris.DOCUMENT, "iris"));
        robot.interact(main::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, key);
        WaitForAsyncUtils.waitForFxEvents();
        return Window.getWindows().stream()
                .map(window -> (Stage) window)
                .filter(stage -> title.equals(stage.getTitle()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void noneIsHeldAboveTheMainWindowAndEachClosesWithIt() {
        Stage sweeps = opened(KeyCode.E, Texts.of("sweep.title"));
        assertNull(sweeps.getOwner());
        Stage lab = opened(KeyCode.L, Texts.of("lab.title"));
        assertNull(lab.getOwner());
        assertTrue(sweeps.isShowing() && lab.isShowing());
        robot.interact(main::hide);
        assertFalse(sweeps.isShowing() || lab.isShowing());
    }

    @Test
    void escapeClosesOneAndLeavesTheMainWindowOpen() {
        Stage sweeps = opened(KeyCode.E, Texts.of("sweep.title"));
        robot.interact(sweeps::requestFocus);
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(sweeps.isShowing());
        assertTrue(main.isShowing());
    }
}
