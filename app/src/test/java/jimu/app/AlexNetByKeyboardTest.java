package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.WindowTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** AlexNet, as the tutorial has it, is built without touching the mouse. */
@WindowTest
class AlexNetByKeyboardTest {
    private static final int STOPS = 40;
    private static final Map<String, String> POOL = Map.of("kernel_size", "3", "stride", "2");

    private final FxRobot robot = new FxRobot();
    private final CanvasHands hands = new CanvasHands(robot);
    private final Preferences memory = Preferences.userRoot().node("jimu-test/keyboard");
    private Stage stage;

    @Start
    void open(Stage stage) {
        this.stage = stage;
        App.open(stage, new Answers(), Background.onCurrentThread(), memory);
    }

    @AfterEach
    void forget() throws BackingStoreException {
        memory.removeNode();
    }

    @Test
    void itIsBuiltByKeyboardAlone() {
        hands.keys(KeyCode.CONTROL, KeyCode.N);
        add("Input", Map.of("shape", "3, 224, 224"));
        convolution("96", "11", Map.of("stride", "4", "padding", "2"));
        add("MaxPool2d", POOL);
        convolution("256", "5", Map.of("padding", "2"));
        add("MaxPool2d", POOL);
        convolution("384", "3", Map.of("padding", "1"));
        convolution("384", "3", Map.of("padding", "1"));
        convolution("256", "3", Map.of("padding", "1"));
        add("MaxPool2d", POOL);
        add("Flatten", Map.of());
        for (int i = 0; i < 2; i++) {
            add("Dropout", Map.of());
            add("Linear", Map.of("out_features", "4096"));
            add("ReLU", Map.of());
        }
        add("Linear", Map.of("out_features", "10"));
        assertTrue(status("totals").startsWith("58,322,314 parameters"), status("totals"));

        add("CrossEntropyLoss", Map.of());
        add("Target", Map.of());
        hands.keys(KeyCode.CONTROL, KeyCode.K);
        hands.keys(KeyCode.ENTER);
        assertEquals(24, robot.lookup(".block").queryAll().size());
        assertTrue(accessible("target").stream().anyMatch(text -> text.startsWith("From target to loss")));

        hands.keys(KeyCode.LEFT);
        hands.keys(KeyCode.DELETE);
        assertTrue(accessible("target").stream().noneMatch(text -> text.startsWith("From target to loss")));
        hands.keys(KeyCode.CONTROL, KeyCode.Z);
        assertTrue(accessible("target").stream().anyMatch(text -> text.startsWith("From target to loss")));
    }

    private void convolution(String channels, String kernel, Map<String, String> rest) {
        Map<String, String> all = new LinkedHashMap<>(rest);
        all.put("out_channels", channels);
        all.put("kernel_size", kernel);
        add("Conv2d", all);
        add("ReLU", Map.of());
    }

    /** Inserts a layer behind the selected one and types its parameters. */
    private void add(String type, Map<String, String> parameters) {
        hands.keys(KeyCode.CONTROL, KeyCode.P);
        robot.write(type);
        hands.keys(KeyCode.ENTER);
        parameters.forEach(this::type);
        hands.keys(KeyCode.CONTROL, KeyCode.J);
    }

    private void type(String parameter, String value) {
        hands.keys(KeyCode.CONTROL, KeyCode.E);
        for (int stop = 0; stop < STOPS && !isIn("entry-" + parameter); stop++) {
            hands.keys(KeyCode.TAB);
        }
        assertTrue(isIn("entry-" + parameter), parameter);
        hands.keys(KeyCode.CONTROL, KeyCode.A);
        robot.write(value);
        hands.keys(KeyCode.ENTER);
    }

    private boolean isIn(String id) {
        for (Node node = stage.getScene().getFocusOwner(); node != null; node = node.getParent()) {
            if (id.equals(node.getId())) {
                return true;
            }
        }
        return false;
    }

    private String status(String what) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#status-" + what).queryLabeled().getText();
    }

    /** What a screen reader says of the wires. */
    private List<String> accessible(String block) {
        return robot.lookup(node -> node.getId() != null && node.getId().startsWith("wire-")).queryAll().stream()
                .map(Node::getAccessibleText)
                .filter(text -> text.contains(block))
                .toList();
    }
}
