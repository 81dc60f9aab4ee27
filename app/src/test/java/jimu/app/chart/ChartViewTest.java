package jimu.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.prefs.Preferences;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jimu.app.fx.Answers;
import jimu.app.fx.Appearance;
import jimu.app.fx.Background;
import jimu.app.fx.WindowTest;
import jimu.app.session.OverlaidRuns;
import jimu.engine.train.StepReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class ChartViewTest {
    private static final int STEPS = 1000;

    @TempDir
    private static Path folder;

    private final Answers answers = new Answers();
    private final ChartViewModel model = new ChartViewModel(new OverlaidRuns(), Background.onCurrentThread());

    @Start
    void open(Stage stage) {
        model.happened(Told.started("accuracy"));
        for (int step = 1; step <= STEPS; step++) {
            model.reading(new StepReading(step, 1f / step, 0.5f, 0.1f, 1));
        }
        model.happened(Told.epoch(1, 0.4));
        model.told();
        ChartView view = new ChartView(
                model, new ChartExports(answers, Background.onCurrentThread(), new SimpleStringProperty("net.jimu")));
        Scene scene = new Scene(view, 640, 360);
        new Appearance(Preferences.userRoot().node("jimu-test/chart")).follow(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void wheelFrameAndKeysMoveOverTheChartsAndThePointerReadsThem(FxRobot robot) throws Exception {
        Node canvas = robot.lookup("#chart-canvas").query();
        Point2D middle = robot.point(canvas).query();
        robot.moveTo(middle);
        assertTrue(robot.lookup("#chart-readout").query().isVisible());
        robot.scroll(3, VerticalDirection.UP);
        assertTrue(model.zoomedProperty().get());
        double shown = model.frame(600).x().span().length();
        assertTrue(shown < STEPS * 0.75, "shown: " + shown);
        robot.doubleClickOn(middle);
        assertFalse(model.zoomedProperty().get());
        robot.drag(middle.subtract(100, 30)).dropTo(middle.add(100, 30));
        assertTrue(model.zoomedProperty().get());
        assertTrue(model.zoom().y(Quantity.LOSS).isPresent()
                || model.zoom().y(Quantity.METRIC).isPresent());
        robot.type(KeyCode.HOME);
        assertFalse(model.zoomedProperty().get());

        robot.clickOn("#chart-show-validation");
        assertEquals(2, model.frame(600).plots().get(0).traces().size());

        Path file = folder.resolve("net.svg");
        answers.choose(file);
        robot.clickOn("#chart-export").clickOn("#chart-export-svg");
        assertTrue(Files.readString(file).contains("<svg "));
        assertEquals("where to save net curves.svg?", answers.told().get(0));
    }
}
