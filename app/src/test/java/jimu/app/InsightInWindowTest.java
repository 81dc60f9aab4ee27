package jimu.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jimu.app.fx.WindowTest;
import jimu.app.session.Iris;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A training that goes astray in a window of 1,280 × 800 pixels, whose dock is low. */
@WindowTest
class InsightInWindowTest {
    private static final Document WILD =
            Iris.DOCUMENT.withTraining(Iris.DOCUMENT.training().withOptimizer(new Choice("SGD", Map.of("lr", 1e9))));

    @RegisterExtension
    private final OpenWindow window = new OpenWindow("insight");

    private final FxRobot robot = window.robot();
    private final CanvasHands hands = window.hands();

    @Start
    void open(Stage stage) {
        window.open(stage);
        stage.setWidth(1280);
        stage.setHeight(800);
    }

    private Labeled labeled(String query) {
        return robot.lookup(query).queryLabeled();
    }

    @Test
    void whatWentWrongIsToldInOneLineAndTheChartCanStillBeRead() {
        window.show(WILD, "iris");
        robot.clickOn("#bar-train");
        hands.await(() ->
                robot.lookup("#insight-menu").tryQuery().filter(Node::isVisible).isPresent());
        double line = labeled("#insight-message").getFont().getSize() * 3;
        assertTrue(robot.lookup("#insight").query().getLayoutBounds().getHeight() <= line);
        assertTrue(labeled("#insight-message")
                .getTooltip()
                .getText()
                .contains(labeled("#insight-message").getText()));
        assertFalse(robot.lookup("#insight-back").query().getParent().isVisible());
        double chart = robot.lookup("#chart-canvas").query().getLayoutBounds().getHeight();
        assertTrue(chart >= 100, "chart: " + chart);

        String slower = robot.lookup("#insight-menu")
                .queryAs(MenuButton.class)
                .getItems()
                .get(0)
                .getText();
        assertTrue(slower.startsWith("Fix: learning rate "), slower);
        robot.clickOn("#insight-menu");
        hands.await(
                () -> robot.lookup("#insight-menu").queryAs(MenuButton.class).isShowing());
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        String rate = new BigDecimal(slower.substring(slower.indexOf("→ ") + 2)).toPlainString();
        hands.await(() -> fields().contains(rate));
    }

    private List<String> fields() {
        return robot.lookup("#training .text-field").queryAllAs(TextField.class).stream()
                .map(TextField::getText)
                .toList();
    }
}
