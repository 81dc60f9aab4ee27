package jimu.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@WindowTest
class SlumberTest {
    private final FxRobot robot = new FxRobot();
    private final Square square = new Square();
    private @Nullable Scene scene;

    /** A red square, at the left or at the right. */
    private static final class Square extends Slumber {
        private Rectangle square = new Rectangle(40, 40, Color.RED);
        private double place;

        Square() {
            setManaged(false);
            resize(200, 100);
            getChildren().add(square);
        }

        void put(double x) {
            place = x;
            square = new Rectangle(40, 40, Color.RED);
            square.relocate(x, 0);
            getChildren().setAll(square);
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            wake();
            square.relocate(place, 0);
        }
    }

    @Start
    void open(Stage stage) {
        scene = new Scene(new Pane(square), 200, 100);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void whatComesWhileItIsHiddenIsDrawnWhereItLiesAfterwards() {
        pulse(() -> square.setVisible(false));
        pulse(() -> {});
        pulse(() -> square.put(120));
        pulse(() -> square.setVisible(true));
        robot.interact(() -> assertEquals(
                Color.RED,
                Objects.requireNonNull(scene).snapshot(null).getPixelReader().getColor(140, 20)));
    }

    private void pulse(Runnable action) {
        robot.interact(action);
        WaitForAsyncUtils.waitForFxEvents();
        robot.sleep(80);
    }
}
