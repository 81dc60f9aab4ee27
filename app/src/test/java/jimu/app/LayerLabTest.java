package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.prefs.Preferences;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jimu.app.fx.Appearance;
import jimu.app.fx.Background;
import jimu.app.fx.WindowTest;
import jimu.app.lab.LabView;
import jimu.app.lab.LabViewModel;
import jimu.engine.runtime.Backends;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Worked cases of the tutorial reproduced in the Layer Lab with a real mouse and keyboard. */
@WindowTest
class LayerLabTest {
    private final FxRobot robot = new FxRobot();

    @Start
    void open(Stage stage) {
        LabViewModel model = new LabViewModel(Background.onCurrentThread(), Backends.all());
        Scene scene = new Scene(new LabView(model), 1180, 720);
        new Appearance(Preferences.userRoot().node("jimu-test/lab")).follow(scene);
        stage.setScene(scene);
        SideWindow.closeOnEscape(stage);
        stage.show();
    }

    @Test
    void escapeClosesTheLab() {
        robot.clickOn("#entry-shape-input").type(KeyCode.ESCAPE);
        assertFalse(robot.targetWindow().isShowing());
    }

    @Test
    void theTutorialsConvolutionIsTypedIn() {
        search("conv2d", "Conv2d");
        type("#entry-shape-input", "20, 16, 50, 100");
        type("#entry-out_channels", "33");
        type("#entry-kernel_size", "3, 5");
        type("#entry-stride", "2, 1");
        type("#entry-padding", "4, 2");
        assertEquals("20 × 33 × 28 × 100", fact("output"));
        assertEquals("7,953", fact("Parameters"));
        assertTrue(labels("#lab-formulas").contains("H' = ⌊(50 + 2·4 − 1·(3 − 1) − 1) / 2⌋ + 1 = 28"));
        assertEquals(
                "nn.Conv2d(16, 33, kernel_size=(3, 5), stride=(2, 1), padding=(4, 2))",
                robot.lookup("#lab-call").queryAs(TextField.class).getText());
        assertEquals(
                "20 × 33 × 28 × 100",
                robot.lookup("#lab #tensors-shape").queryAs(Label.class).getText());
        type("#entry-kernel_size", "60");
        assertFalse(labels("#lab-problems").isEmpty());
    }

    @Test
    void aLossTakesIntegerClasses() {
        search("crossentropy", "CrossEntropyLoss");
        type("#entry-shape-input", "6, 5");
        type("#entry-shape-target", "6");
        assertEquals("scalar", fact("loss"));
        assertEquals(
                "nn.CrossEntropyLoss()",
                robot.lookup("#lab-call").queryAs(TextField.class).getText());
    }

    @Test
    void aWorkedCaseIsOneClick() {
        robot.clickOn("MaxPool2d · kernel_size 3 · stride 2");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                "MaxPool2d", robot.lookup("#lab-title").queryAs(Label.class).getText());
        assertEquals("20 × 16 × 24 × 15", fact("output"));
    }

    private void search(String words, String type) {
        robot.clickOn("#lab-search").write(words);
        WaitForAsyncUtils.waitForFxEvents();
        ListView<?> list = robot.lookup("#lab-layers").query();
        Node cell = robot.from(list).lookup(type).query();
        robot.clickOn(cell);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void type(String entry, String text) {
        Node editor = robot.lookup("#lab " + entry).query();
        TextField field = editor instanceof TextField own
                ? own
                : robot.from(editor).lookup(".text-field").query();
        robot.clickOn(field).push(KeyCode.SHORTCUT, KeyCode.A).write(text).push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String fact(String label) {
        List<String> texts = List.copyOf(robot.lookup("#lab-facts .label").queryAllAs(Label.class)).stream()
                .map(Labeled::getText)
                .toList();
        int place = texts.indexOf(label);
        assertTrue(place >= 0, label + " in " + texts);
        return texts.get(place + 1);
    }

    private Set<String> labels(String within) {
        return robot.lookup(within + " .label").queryAllAs(Label.class).stream()
                .map(Labeled::getText)
                .collect(Collectors.toSet());
    }
}
