package jimu.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class LazyDrawingTest {
    private final FxRobot robot = new FxRobot();
    private final AtomicInteger drawings = new AtomicInteger();
    private TabPane tabs;
    private LazyDrawing lazy;

    @Start
    void open(Stage stage) {
        StackPane view = new StackPane(new Label("a drawing"));
        tabs = new TabPane(new Tab("first", new Label("something else")), new Tab("second", view));
        lazy = new LazyDrawing(view, drawings::incrementAndGet);
        stage.setScene(new Scene(tabs, 300, 200));
        stage.show();
    }

    @Test
    void aHiddenTabsViewIsDrawnOnceWhenItComesIntoSight() {
        robot.interact(lazy::draw);
        robot.interact(lazy::draw);
        assertEquals(0, drawings.get());
        robot.interact(() -> tabs.getSelectionModel().select(1));
        assertEquals(1, drawings.get());
        robot.interact(lazy::draw);
        assertEquals(2, drawings.get());
        robot.interact(() -> tabs.getSelectionModel().select(0));
        robot.interact(lazy::draw);
        assertEquals(2, drawings.get());
    }

    @Test
    void whatWasNeverAskedForIsNotDrawn() {
        robot.interact(() -> tabs.getSelectionModel().select(1));
        assertEquals(0, drawings.get());
    }
}
