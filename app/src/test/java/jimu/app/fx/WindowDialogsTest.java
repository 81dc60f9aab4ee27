package jimu.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.prefs.Preferences;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@WindowTest
class WindowDialogsTest {
    private final FxRobot robot = new FxRobot();
    private WindowDialogs dialogs;

    @Start
    void open(Stage stage) {
        Scene scene = new Scene(new StackPane(), 300, 200);
        new Appearance(Preferences.userRoot().node("jimu-test/dialogs")).follow(scene);
        stage.setScene(scene);
        stage.show();
        dialogs = new WindowDialogs(stage);
    }

    /** Shows so many rows of which each says a word so often; the answer is how many columns they stand in. */
    private long columns(int rows, int words) {
        Map<String, String> list = new LinkedHashMap<>();
        for (int i = 0; i < rows; i++) {
            list.put("key" + i, "word ".repeat(words));
        }
        Platform.runLater(() -> dialogs.list("list", list));
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".dialog-list-key").queryAllAs(Label.class).stream()
                .map(Label::getLayoutX)
                .collect(Collectors.toSet())
                .size();
    }

    private ScrollPane scroll() {
        return robot.lookup(".dialog-pane .scroll-pane").query();
    }

    private void assertOnScreen() {
        Window window = scroll().getScene().getWindow();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        assertTrue(
                screen.contains(window.getX(), window.getY(), window.getWidth(), window.getHeight()),
                () -> window.getX() + ", " + window.getY() + ", " + window.getWidth() + " × " + window.getHeight());
        assertFalse(
                scroll().lookupAll(".scroll-bar").stream()
                        .anyMatch(bar -> bar.isVisible() && bar.prefWidth(-1) > bar.prefHeight(-1)),
                "nothing is cut off at the side");
        robot.clickOn("OK");
    }

    @Test
    void aShortListStandsInOneColumn() {
        assertEquals(1, columns(5, 1));
        assertOnScreen();
    }

    @Test
    void aLongOneInTwo() {
        assertEquals(2, columns(60, 3));
        assertOnScreen();
    }

    @Test
    void unlessTheScreenIsTooNarrowForThem() {
        assertEquals(1, columns(60, 25));
        assertOnScreen();
    }
}
