package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jimu.app.file.FileActions;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.WindowTest;
import jimu.app.session.Iris;
import jimu.app.text.Numbers;
import jimu.engine.infer.ShapeInference;
import jimu.engine.plan.WeightSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Looking at tensors in the inspector with a real mouse and keyboard. */
@WindowTest
class TensorsTest {
    private final Preferences memory = Preferences.userRoot().node("jimu-test/tensors");
    private final FxRobot robot = new FxRobot();
    private FileActions files;

    @Start
    void open(Stage stage) {
        files = App.open(stage, new Answers(), Background.onCurrentThread(), memory);
    }

    @BeforeEach
    void begin() {
        robot.interact(() -> files.create(Iris.DOCUMENT, "iris"));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#block-fc1").clickOn("#inspector-tensors");
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void forget() throws BackingStoreException {
        memory.removeNode();
    }

    private String text(String id) {
        return robot.lookup("#tensors-" + id).queryLabeled().getText();
    }

    private void keys(KeyCode... codes) {
        robot.push(codes);
        WaitForAsyncUtils.waitForFxEvents();
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
        keys(KeyCode.DOWN);
        keys(KeyCode.DOWN);
        keys(KeyCode.ENTER);
        assertEquals("8", text("shape"));
        String first = text("minimum");
        robot.clickOn("#tensors-sample #entry-sample");
        keys(KeyCode.CONTROL, KeyCode.A);
        robot.write("7");
        keys(KeyCode.ENTER);
        assertNotEquals(first, text("minimum"));
        keys(KeyCode.CONTROL, KeyCode.A);
        robot.write("0");
        keys(KeyCode.ENTER);
        assertEquals(first, text("minimum"));
    }
}
