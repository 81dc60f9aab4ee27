package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jimu.app.fx.WindowTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A person opens a toy problem from the start page, moves a slider, and sees the boundary in the corner and in its tab. */
@WindowTest
class ToyProblemTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("toy");

    private final FxRobot robot = window.robot();
    private final CanvasHands hands = window.hands();

    @TempDir
    private Path folder;

    @Start
    void open(Stage stage) {
        window.open(stage, folder);
    }

    @Test
    void theBoundaryIsInTheCornerAndInItsTab() {
        robot.clickOn("#template-moons");
        hands.await(() -> isSeen("#boundary-corner"));
        window.turnTo(Dock.DATA);
        Slider slider = robot.lookup("#slide-samples").queryAs(Slider.class);
        robot.interact(slider::requestFocus);
        robot.type(KeyCode.RIGHT);
        robot.interact(() -> robot.lookup("#slide-noise").query().requestFocus());
        hands.await(() -> parts().startsWith("383 samples"));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        hands.await(() -> parts().startsWith("320 samples"));
        window.turnTo(Dock.BOUNDARY);
        hands.await(() -> isSeen("#boundary-plane"));
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

    private boolean isSeen(String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }
}
