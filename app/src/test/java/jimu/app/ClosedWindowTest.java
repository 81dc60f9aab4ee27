package jimu.app;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.scene.Parent;
import javafx.stage.Stage;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.WindowTest;
import jimu.app.session.Iris;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a window was made of goes with it. */
@WindowTest
class ClosedWindowTest {
    private static final int ATTEMPTS = 50;

    private final Preferences memory = Preferences.userRoot().node("jimu-test/closed");
    private final FxRobot robot = new FxRobot();

    @Start
    void open(Stage stage) {}

    @AfterEach
    void forget() throws BackingStoreException {
        memory.removeNode();
    }

    @Test
    void aClosedWindowIsLetGo() {
        WeakReference<Parent> root = new WeakReference<>(opened());
        WaitForAsyncUtils.waitForFxEvents();
        for (int i = 0; i < ATTEMPTS && root.get() != null; i++) {
            System.gc();
            WaitForAsyncUtils.sleep(100, TimeUnit.MILLISECONDS);
        }
        assertNull(root.get());
    }

    /** The root of a window that has been shown and closed. */
    private Parent opened() {
        Stage[] stage = new Stage[1];
        robot.interact(() -> {
            stage[0] = new Stage();
            App.open(stage[0], new Answers(), Background.onCurrentThread(), memory)
                    .create(Iris.DOCUMENT, "iris");
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(stage[0]::hide);
        return stage[0].getScene().getRoot();
    }
}
