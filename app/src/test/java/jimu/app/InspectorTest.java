package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jimu.app.fx.WindowTest;
import jimu.app.session.Iris;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.io.FileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Changing a block in the inspector with a real mouse and keyboard; what came of it is read from the saved file. */
@WindowTest
class InspectorTest {
    private static final String FEATURES = "#inspector #entry-out_features";

    @RegisterExtension
    private final OpenWindow window = new OpenWindow("inspector");

    private final FxRobot robot = window.robot();
    private final CanvasHands hands = window.hands();

    @TempDir
    private Path folder;

    @Start
    void open(Stage stage) {
        window.open(stage);
    }

    @BeforeEach
    void begin() {
        window.show(Iris.DOCUMENT, "iris");
        robot.clickOn("#block-fc1");
    }

    private Document saved() throws FileException {
        return window.saved(folder.resolve("iris.jimu"));
    }

    private List<String> facts() {
        return robot.lookup("#facts .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private TextField editor() {
        return robot.lookup(FEATURES + " .text-field").query();
    }

    private void type(String text) {
        robot.clickOn(FEATURES);
        hands.keys(KeyCode.CONTROL, KeyCode.A);
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void typingChangesFactsAtOnceAndTheDocumentAtTheEndAndUndoRestoresBoth() throws FileException {
        List<String> before = facts();
        assertEquals(
                List.of(
                        "Input",
                        "N × 4",
                        "Output",
                        "N × 8",
                        "Sizes",
                        "• N = samples in a batch, from Input \"features\"\n• 8 = out_features of Linear \"fc1\"",
                        "Parameters",
                        "40\nweight: 8 × 4\nbias: 8",
                        "Multiply-adds",
                        "32 a sample"),
                before);
        type("12");
        assertTrue(facts().contains("N × 12"));
        assertEquals(Iris.DOCUMENT.graph(), saved().graph());
        hands.keys(KeyCode.ENTER);
        assertEquals(
                new Edit.SetParameter("fc1", "out_features", 12L)
                        .apply(Iris.DOCUMENT)
                        .graph(),
                saved().graph());
        assertTrue(editor().isFocused());
        hands.keys(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(before, facts());
        assertEquals("8", editor().getText());
        assertTrue(editor().isFocused());
        assertEquals(Iris.DOCUMENT.graph(), saved().graph());
    }

    @Test
    void aWrongValueIsExplainedBelowItsFieldAndEscapeTakesItBack() throws FileException {
        type("0");
        Label sentence =
                robot.lookup("#inspector .form-problem").match(Label::isVisible).query();
        assertEquals("Linear: out_features must be 1 or more, but is 0.", sentence.getText());
        hands.keys(KeyCode.ENTER);
        assertTrue(sentence.isVisible());
        hands.keys(KeyCode.ESCAPE);
        assertFalse(sentence.isVisible());
        assertEquals("8", editor().getText());
        assertEquals(Iris.DOCUMENT.graph(), saved().graph());
    }

    @Test
    void theColumnsAreAsWideAsTheyWereLeft() {
        assertEquals(320, width("#inspector"), 1);
        assertEquals(224, width(".palette"), 1);
    }

    private double width(String query) {
        return robot.lookup(query).query().getLayoutBounds().getWidth();
    }

    @Test
    void theRowInFocusIsExplained() {
        robot.clickOn(FEATURES);
        assertEquals(
                "out_features: Size of the output's last axis: how many numbers come out. It must be 1 or more; 10 by default.",
                robot.lookup("#explanation").queryLabeled().getText());
    }

    @Test
    void onlyWhatCanBeVariedIsOfferedToBeSwept() {
        assertEquals("Sweep this…", menuOf("out_features"));
        robot.type(KeyCode.ESCAPE);
        assertEquals("Nothing to sweep: it is a name, or follows from the data or the input", menuOf("in_features"));
    }

    private String menuOf(String parameter) {
        robot.rightClickOn(robot.lookup("#inspector .label")
                .<Label>match(label -> label.getText().equals(parameter))
                .<Label>query());
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#sweep-this .label").queryLabeled().getText();
    }

    @Test
    void whatWasTypedIsKeptWhenAnotherBlockIsClicked() throws FileException {
        type("12");
        robot.clickOn("#block-fc2");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("3", editor().getText());
        assertEquals(
                new Edit.SetParameter("fc1", "out_features", 12L)
                        .apply(Iris.DOCUMENT)
                        .graph(),
                saved().graph());
    }

    @Test
    void whatWasTypedIsKeptWhenTheSelectionChangesElsewhere() throws FileException {
        robot.clickOn("Summary");
        type("12");
        robot.clickOn("fc2");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                new Edit.SetParameter("fc1", "out_features", 12L)
                        .apply(Iris.DOCUMENT)
                        .graph(),
                saved().graph());
    }
}
