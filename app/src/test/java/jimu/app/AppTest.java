package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import jimu.app.fx.WindowTest;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class AppTest {
    private Stage stage;

    @Start
    void open(Stage stage) {
        this.stage = stage;
        new App().start(stage);
    }

    @Test
    void windowOpensAtItsSizeWithItsName() {
        assertTrue(stage.isShowing());
        assertEquals("Jimu", stage.getTitle());
        assertEquals(1280, stage.getScene().getWidth());
        assertEquals(800, stage.getScene().getHeight());
    }

    @Test
    void aWindowBesideItComesUpOverItsMiddleWithItsTitleOnTheScreen(FxRobot robot) {
        assertEquals(List.of(210.0, 125.0), place(robot, new Rectangle2D(0, 0, 1600, 1000)));
        assertEquals(List.of(0.0, 0.0), place(robot, new Rectangle2D(0, 0, 600, 300)), "over a small one");
    }

    /** Where a window of 1,180 × 720 comes up over an owner that lies there. */
    private static List<Double> place(FxRobot robot, Rectangle2D there) {
        List<Double> place = new ArrayList<>();
        robot.interact(() -> {
            Stage owner = new Stage();
            owner.setX(there.getMinX());
            owner.setY(there.getMinY());
            owner.setWidth(there.getWidth());
            owner.setHeight(there.getHeight());
            Stage beside = new Stage();
            SideWindow.centre(beside, owner);
            place.addAll(List.of(beside.getX(), beside.getY()));
        });
        return place;
    }
}
