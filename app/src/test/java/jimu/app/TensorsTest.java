package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jimu.app.fx.WindowTest;
import jimu.app.session.Iris;
import jimu.app.text.Numbers;
import jimu.engine.infer.ShapeInference;
import jimu.engine.plan.WeightSnapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Looking at tensors in the inspector with a real mouse and keyboard. */
@WindowTest
class TensorsTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("tensors");

    private final FxRobot robot = window.robot();
    private final CanvasHands hands = window.hands();

    @Start
    void open(Stage stage) {
        window.open(stage);
    }

    @BeforeEach
    void begin() {
        window.show(Iris.DOCUMENT, "iris");
        robot.clickOn("#block-fc1").clickOn("#inspector-tensors");
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String text(String id) {
        return hands.text("#tensors-" + id);
    }

    private List<String> cells() {
        return robot.lookup("#tensors-table .table-cell").queryAllAs(IndexedCell.class).stream()
                .map(cell -> String.valueOf(cell.getText()))
                .toList();
    }

    @Test
    void theFirstWeightsStandInTheTable() {
        float[] weights = Objects.requireNonNull(WeightSnapshot.initial(ShapeInference.infer(Iris.DOCUMENT), 1)
                        .arrays()
                        .get("fc1.weight"))
                .values();
        TableView<Integer> table = robot.lookup("#tensors-table").queryTableView();
        assertEquals("First values (seed 1), not trained yet.", text("origin"));
        assertEquals("8 × 4", text("shape"));
        assertEquals("float32", text("type"));
        assertEquals(8, table.getItems().size());
        assertTrue(cells().contains(Numbers.measured(weights[0])));
        assertTrue(cells().contains(Numbers.measured(weights[4 + 1])));
    }

    @Test
    void anOutputFollowsTheSampleThatIsTyped() {
        robot.clickOn("#tensors-choice");
        hands.keys(KeyCode.DOWN);
        hands.keys(KeyCode.DOWN);
        hands.keys(KeyCode.ENTER);
        assertEquals("8", text("shape"));
        String first = text("minimum");
        robot.clickOn("#tensors-sample #entry-sample");
        hands.keys(KeyCode.CONTROL, KeyCode.A);
        robot.write("7");
        hands.keys(KeyCode.ENTER);
        assertNotEquals(first, text("minimum"));
        hands.keys(KeyCode.CONTROL, KeyCode.A);
        robot.write("0");
        hands.keys(KeyCode.ENTER);
        assertEquals(first, text("minimum"));
    }
}
