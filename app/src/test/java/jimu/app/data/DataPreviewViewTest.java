package jimu.app.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.prefs.Preferences;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import jimu.app.fx.Appearance;
import jimu.app.fx.WindowTest;
import jimu.app.fx.plane.Extent;
import jimu.app.fx.plane.Scatter;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a data set is stays readable where it has little room. */
@WindowTest
class DataPreviewViewTest {
    private static final double LOW = 120;

    private final SimpleObjectProperty<DataPreview> preview = new SimpleObjectProperty<>(new DataPreview.None());
    private final VBox facts = new VBox();
    private final DataPreviewView view = new DataPreviewView(preview, facts);

    @Start
    void open(Stage stage) {
        for (int i = 0; i < 8; i++) {
            Label line = new Label("field " + i);
            line.setMinHeight(Region.USE_PREF_SIZE);
            facts.getChildren().add(line);
        }
        Scene scene = new Scene(new HBox(new Button("has the focus"), view), 800, LOW);
        new Appearance(Preferences.userRoot().node("jimu-test/data")).follow(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void take(FxRobot robot, double width) {
        robot.interact(() -> {
            view.setMinWidth(width);
            view.setMaxWidth(width);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Bounds in(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void factsBeginAtTheTopAndAllOfThemCanBeScrolledTo(FxRobot robot) {
        robot.interact(() -> preview.set(rows()));
        take(robot, 700);
        assertTrue(in(facts.getChildren().get(0)).getMinY() >= 0, "the first line is seen");
        assertTrue(in(facts.getChildren().get(7)).getMaxY() > LOW, "there is too little room for all");
        Node table = robot.lookup(".table-view").query();
        assertTrue(table.getLayoutBounds().getHeight() >= 100, "rows have room of their own");
        robot.moveTo(facts).scroll(20, VerticalDirection.DOWN);
        assertTrue(in(table).getMaxY() <= LOW + 1, "the last row is reached");
    }

    @Test
    void wordsStandBesideAPictureOfPointsOrBelowIt(FxRobot robot) {
        Scatter scatter = new Scatter(
                new Extent(0, 1, 0, 1), List.of("a", "b"), 0, 1, new float[] {0, 0, 0, 1, 1, 1}, new float[0]);
        robot.interact(() -> preview.set(new DataPreview.Points(scatter, rows())));
        take(robot, 700);
        Node picture = robot.lookup(".data-plane").query();
        assertEquals(in(picture).getMinY(), in(facts).getMinY(), 1);
        assertTrue(in(facts).getMinX() > in(picture).getMaxX());
        take(robot, 240);
        assertTrue(in(facts).getMinY() >= in(picture).getMaxY());
        assertEquals(in(picture).getMinX(), in(facts).getMinX(), 1);
        take(robot, 700);
        assertSame(picture, robot.lookup(".data-plane").query());
        assertTrue(in(facts).getMinX() > in(picture).getMaxX());
    }

    private static DataPreview.Rows rows() {
        return new DataPreview.Rows(List.of("x"), List.of(List.of("1"), List.of("2"), List.of("3")));
    }
}
