package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import jimu.app.file.FileActions;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.WindowTest;
import jimu.app.session.Nets;
import jimu.app.session.PictureFiles;
import jimu.app.session.SampleData;
import jimu.app.session.Samples;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.Document;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.loss.CrossEntropyLoss;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Evaluating a small network of digits with a real mouse. */
@WindowTest
class EvaluateInWindowTest {
    private static final DataSettings DATA = DataSettings.NONE.withSource(
            SampleData.DIGITS.source(Samples.installed().orElseThrow()));

    private final Preferences memory = Preferences.userRoot().node("jimu-test/evaluate");
    private final FxRobot robot = new FxRobot();
    private final Answers dialogs = new Answers();

    @TempDir
    private Path folder;

    private FileActions files;

    @Start
    void open(Stage stage) {
        files = App.open(stage, dialogs, Background.onCurrentThread(), memory);
    }

    @AfterEach
    void forget() throws BackingStoreException {
        memory.removeNode();
    }

    private static Document digits() {
        return digits(Nets.net()).document().withData(DATA);
    }

    private static Document twoLosses() {
        return digits(Nets.net())
                .block("second", new CrossEntropyLoss())
                .wire("fc", "second", "input")
                .wire("label", "second", "target")
                .document()
                .withData(DATA);
    }

    private static Nets digits(Nets net) {
        return net.block("image", SampleData.DIGITS.input())
                .block("flat", new Flatten())
                .block("fc", new Linear(Size.AUTO, 10, true))
                .block("loss", new CrossEntropyLoss())
                .block("label", SampleData.DIGITS.target(), 750, 300)
                .chain("image", "flat", "fc", "loss")
                .wire("label", "loss", "target");
    }

    private void turnToEvaluate() {
        TabPane dock = robot.lookup("#dock").queryAs(TabPane.class);
        robot.interact(() -> dock.getTabs().stream()
                .filter(tab -> tab.getId().equals("dock-dock.evaluate"))
                .forEach(dock.getSelectionModel()::select));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aCellShowsItsSamplesAndASampleIsLookedAt() {
        robot.interact(() -> files.create(digits(), "digits"));
        turnToEvaluate();
        robot.clickOn("#evaluate-begin");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(100, robot.lookup(".confusion-cell").queryAll().size());
        Node full = robot.lookup(".confusion-cell").queryAll().stream()
                .filter(cell -> !cell.lookupAll(".confusion-strong").isEmpty())
                .findFirst()
                .orElseThrow();
        robot.clickOn(full);
        WaitForAsyncUtils.waitForFxEvents();
        robot.sleep(200);
        assertFalse(robot.lookup(".evaluate-tile").queryAll().isEmpty());
        robot.clickOn("#block-fc");
        robot.clickOn(robot.lookup(".evaluate-tile").nth(1).<Node>query());
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("#tensors-sample").query().isVisible());
    }

    @Test
    void ofTwoLossesTheOneThatIsShownIsNamed() {
        robot.interact(() -> files.create(twoLosses(), "digits"));
        turnToEvaluate();
        robot.clickOn("#evaluate-begin");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                "Loss: loss",
                robot.lookup("#evaluate-losses")
                        .queryAs(ComboBox.class)
                        .getButtonCell()
                        .getText());
    }

    @Test
    void whatIsDrawnIsAnswered() {
        robot.interact(() -> files.create(digits(), "digits"));
        turnToEvaluate();
        WaitForAsyncUtils.waitForFxEvents();
        robot.moveTo("#draw-pad").press(MouseButton.PRIMARY).moveBy(0, 40).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(10, robot.lookup(".draw-bars .progress-bar").queryAll().size());
        Node page = robot.lookup("#evaluate-draw").query();
        Node number = robot.lookup(".draw-best-number").query();
        assertTrue(right(number) <= right(page), right(number) + " is not within " + right(page));
        robot.clickOn("#draw-clear");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(0, robot.lookup(".draw-bars .progress-bar").queryAll().size());
    }

    @Test
    void besideThePadItIsSaidWhyNothingCanBeEvaluated() {
        robot.interact(() -> files.create(digits().withData(DataSettings.NONE), "digits"));
        turnToEvaluate();
        assertTrue(robot.lookup("#draw-pad").query().isVisible());
        Labeled obstacle = robot.lookup("#evaluate-obstacle").queryLabeled();
        assertTrue(obstacle.isVisible());
        assertEquals("Choose data in the Data tab first.", obstacle.getText());
        robot.interact(() -> files.create(digits(), "digits"));
        assertFalse(obstacle.isVisible());
    }

    @Test
    void theTableOfClassesNamesItsMeansInFull() {
        robot.interact(() -> files.create(digits(), "digits"));
        turnToEvaluate();
        robot.clickOn("#evaluate-begin");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("Classes");
        TableView<?> table = robot.lookup("#evaluate-classes").queryAs(TableView.class);
        robot.interact(() -> table.scrollTo(table.getItems().size() - 1));
        WaitForAsyncUtils.waitForFxEvents();
        List<String> shown = robot.lookup("#evaluate-classes .table-cell").queryAllAs(TableCell.class).stream()
                .map(cell -> cell.lookup(".text"))
                .map(text -> ((Text) text).getText())
                .toList();
        assertTrue(shown.contains("Weighted mean"), shown.toString());
        assertEquals(
                List.of(), shown.stream().filter(text -> text.contains("…")).toList());
    }

    @Test
    void aPictureIsOpenedAndItsNegativeTaken() throws IOException {
        robot.interact(() -> files.create(digits(), "digits"));
        turnToEvaluate();
        dialogs.choose(PictureFiles.bar(folder.resolve("one.png")));
        robot.clickOn("#draw-open");
        WaitForAsyncUtils.waitForFxEvents();
        CheckBox invert = robot.lookup("#draw-invert").queryAs(CheckBox.class);
        assertTrue(invert.isSelected());
        assertEquals(10, robot.lookup(".draw-bars .progress-bar").queryAll().size());
        robot.clickOn(invert);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(invert.isSelected());
        robot.moveTo("#draw-pad").press(MouseButton.PRIMARY).moveBy(0, 40).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(invert.getParent().isVisible());
    }

    private static double right(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMaxX();
    }
}
