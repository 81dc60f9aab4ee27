package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.WindowTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A person opens a toy problem from the start page, moves a slider, and sees the boundary in the corner and in its tab. */
@WindowTest
class ToyProblemTest {
    private static final int SECONDS = 60;

    private final Preferences memory = Preferences.userRoot().node("jimu-test/toy");
    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;

    @Start
    void open(Stage stage) {
        App.open(stage, new Answers(), Background.onCurrentThread(), memory, folder);
    }

    @AfterEach
    void forget() throws BackingStoreException {
        memory.removeNode();
    }

    @Test
    void theBoundaryIsInTheCornerAndInItsTab() throws Exception {
        robot.clickOn("#template-moons");
        waitFor(() -> isSeen("#boundary-corner"));
        tab("dock-dock.data");
        Slider slider = robot.lookup("#slide-samples").queryAs(Slider.class);
        robot.interact(slider::requestFocus);
        robot.type(KeyCode.RIGHT);
        robot.interact(() -> robot.lookup("#slide-noise").query().requestFocus());
        waitFor(() -> parts().startsWith("383 samples"));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        waitFor(() -> parts().startsWith("320 samples"));
        tab("dock-dock.boundary");
        waitFor(() -> isSeen("#boundary-plane"));
        robot.clickOn("#boundary-corner-close");
        assertFalse(isSeen("#boundary-corner"));
        assertTrue(isSeen("#boundary-plane"));
        robot.clickOn("#boundary-float");
        assertTrue(isSeen("#boundary-corner"));
        assertEquals("Boundary", dock().getSelectionModel().getSelectedItem().getText());
    }

    private String parts() {
        return robot.lookup("#data-parts").queryAs(Label.class).getText();
    }

    private TabPane dock() {
        return robot.lookup("#dock").queryAs(TabPane.class);
    }

    private void tab(String id) {
        robot.interact(() -> dock().getTabs().stream()
                .filter(tab -> id.equals(tab.getId()))
                .forEach(dock().getSelectionModel()::select));
    }

    private boolean isSeen(String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static void waitFor(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
