package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jimu.app.fx.WindowTest;
import jimu.app.session.Iris;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.FileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Mending a pinned size with a real mouse and keyboard; what came of it is read from the saved file. */
@WindowTest
class RepairTest {
    private static final Document WRONG = new Edit.SetParameter("fc2", "in_features", 9L).apply(Iris.DOCUMENT);
    private static final String OFFER = "#problems-list .offer-button";
    private static final String SHAPE = "#block-fc2 .block-output";

    @RegisterExtension
    private final OpenWindow window = new OpenWindow("repair");

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
        window.show(WRONG, "iris");
        robot.clickOn("#status-problems");
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Document saved() throws FileException {
        return window.saved(folder.resolve("iris.jimu"));
    }

    private String shape() {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(SHAPE).queryLabeled().getText();
    }

    private List<String> problems() {
        return robot.lookup("#problems-list .problem-message").queryAll().stream()
                .filter(Node::isVisible)
                .map(text -> ((javafx.scene.text.Text) text).getText())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Test
    void pointingAtARepairShowsItAndLeavingTakesItBack() throws FileException {
        assertEquals("?", shape());
        robot.moveTo(OFFER);
        assertEquals("N×3", shape());
        assertEquals(1, problems().size());
        robot.moveTo("#palette-search");
        assertEquals("?", shape());
        assertEquals(WRONG.graph(), saved().graph());
    }

    @Test
    void aClickMendsTheProblemAndUndoBringsItBack() throws FileException {
        Button offer = robot.lookup(OFFER).queryButton();
        assertEquals("Fix: let in_features follow the input", offer.getText());
        assertEquals(
                "fc2: N × 3, 27 parameters",
                robot.lookup("#problems-list .offer-outcome")
                        .queryAs(Label.class)
                        .getText());
        robot.clickOn(OFFER);
        assertEquals("N×3", shape());
        assertEquals(Iris.DOCUMENT.graph(), saved().graph());
        hands.keys(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(WRONG.graph(), saved().graph());
        assertEquals(1, problems().size());
    }

    @Test
    void theKeyboardReachesARepairAndEnterMakesIt() throws FileException {
        robot.interact(() -> robot.lookup(OFFER).queryButton().requestFocus());
        assertEquals("N×3", shape());
        hands.keys(KeyCode.ENTER);
        assertEquals(Iris.DOCUMENT.graph(), saved().graph());
        assertTrue(robot.lookup("#problems-list").query().isFocused());
    }

    @Test
    void aKeyMakesTheFirstRepair() throws FileException {
        hands.keys(KeyCode.CONTROL, KeyCode.PERIOD);
        assertEquals(Iris.DOCUMENT.graph(), saved().graph());
    }

    @Test
    void theInspectorOffersItToo() throws FileException {
        robot.clickOn("#block-fc2");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#inspector .offer-button");
        assertEquals(Iris.DOCUMENT.graph(), saved().graph());
    }

    @Test
    void aClickOnTheMarkOpensTheRepairsOfTheBlock() throws FileException {
        robot.clickOn("#block-fc2 .block-badge");
        WaitForAsyncUtils.waitForFxEvents();
        robot.moveTo("#context-repair-0");
        assertEquals("N×3", shape());
        robot.clickOn("#context-repair-0");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(Iris.DOCUMENT.graph(), saved().graph());
    }

    @Test
    void theMenuOfABlockHasItsRepairs() throws FileException {
        robot.rightClickOn("#block-fc2 .block-header");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#context-repairs");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#context-repair-0");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(Iris.DOCUMENT.graph(), saved().graph());
        assertEquals(
                Map.of(),
                ShapeInference.infer(saved()).findings().stream()
                        .collect(java.util.stream.Collectors.toMap(one -> one.path(), one -> one)));
    }
}
