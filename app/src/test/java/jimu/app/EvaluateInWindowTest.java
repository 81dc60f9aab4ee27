package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import jimu.app.fx.Answers;
import jimu.app.fx.WindowTest;
import jimu.app.session.Digits;
import jimu.app.session.PictureFiles;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.Document;
import jimu.engine.layer.loss.CrossEntropyLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Evaluating a small network of digits with a real mouse. */
@WindowTest
class EvaluateInWindowTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("evaluate");

    private final Answers dialogs = window.dialogs();
    private final FxRobot robot = window.robot();

    @TempDir
    private Path folder;

    @Start
    void open(Stage stage) {
        window.open(stage);
    }

    private static Document twoLosses() {
        return Digits.net()
                .block("second", new CrossEntropyLoss())
                .wire("fc", "second", "input")
                .wire("label", "second", "target")
                .document()
                .withData(Digits.DATA);
    }

    @Test
    void aCellShowsItsSamplesAndASampleIsLookedAt() {
        window.show(Digits.document(), "digits");
        window.turnTo(Dock.EVALUATE);
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
        window.show(twoLosses(), "digits");
        window.turnTo(Dock.EVALUATE);
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
        window.show(Digits.document(), "digits");
        window.turnTo(Dock.EVALUATE);
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
        window.show(Digits.document().withData(DataSettings.NONE), "digits");
        window.turnTo(Dock.EVALUATE);
        assertTrue(robot.lookup("#draw-pad").query().isVisible());
        Labeled obstacle = robot.lookup("#evaluate-obstacle").queryLabeled();
        assertTrue(obstacle.isVisible());
        assertEquals("Choose data in the Data tab first.", obstacle.getText());
        window.show(Digits.document(), "digits");
        assertFalse(obstacle.isVisible());
    }

    @Test
    void theTableOfClassesNamesItsMeansInFull() {
        window.show(Digits.document(), "digits");
        window.turnTo(Dock.EVALUATE);
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
        window.show(Digits.document(), "digits");
        window.turnTo(Dock.EVALUATE);
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
