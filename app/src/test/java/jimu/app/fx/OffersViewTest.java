package jimu.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class OffersViewTest {
    private static final Offered OFFER = new Offered(
            "Fix: insert Flatten before it", "flatten1: N × 15360; loss: scalar", () -> {}, () -> {}, () -> {});

    private final FxRobot robot = new FxRobot();
    private final OffersView offers = new OffersView(Orientation.HORIZONTAL);

    @Start
    void open(Stage stage) {
        offers.show(List.of(OFFER));
        stage.setScene(new Scene(new StackPane(offers), 900, 300));
        stage.show();
    }

    private Bounds place(String style) {
        Region region = robot.lookup(style).query();
        return new BoundingBox(region.getLayoutX(), region.getLayoutY(), region.getWidth(), region.getHeight());
    }

    private void narrow(double width) {
        robot.interact(() -> {
            offers.setMaxWidth(width);
            offers.getParent().layout();
        });
    }

    @Test
    void anOutcomeStandsBesideItsButton() {
        assertTrue(place(".offer-outcome").getMinX() >= place(".offer-button").getMaxX());
        assertEquals(
                place(".offer-button").getCenterY(), place(".offer-outcome").getCenterY(), 2);
    }

    @Test
    void whereThatIsTooNarrowItStandsBelow() {
        narrow(place(".offer-button").getWidth() + 60);
        assertTrue(
                place(".offer-outcome").getMinY() >= place(".offer-button").getMaxY(),
                () -> place(".offer-button") + " " + place(".offer-outcome"));
        assertTrue(place(".offer-outcome").getMaxX() <= offers.getWidth());
        assertTrue(offers.getHeight() >= place(".offer-outcome").getMaxY());
    }
}
