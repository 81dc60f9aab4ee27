package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jimu.app.fx.WindowTest;
import jimu.engine.io.FileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** AlexNet, as the tutorial has it, is built without touching the mouse. */
@WindowTest
class AlexNetByKeyboardTest {
    private static final int STOPS = 40;

    @RegisterExtension
    private final OpenWindow window = new OpenWindow("keyboard");

    private final FxRobot robot = window.robot();
    private final CanvasHands hands = window.hands();

    @TempDir
    private Path folder;

    @Start
    void open(Stage stage) {
        window.open(stage);
    }

    @Test
    void itIsBuiltByKeyboardAlone() throws FileException {
        hands.keys(KeyCode.CONTROL, KeyCode.N);
        AlexNet.CHAIN.forEach(step -> {
            if (step.type().equals("CrossEntropyLoss")) {
                assertTrue(status("totals").startsWith("58,322,314 parameters"), status("totals"));
            }
            add(step.type(), step.parameters());
        });
        add("Target", Map.of());
        hands.keys(KeyCode.CONTROL, KeyCode.K);
        hands.keys(KeyCode.ENTER);
        assertEquals(24, robot.lookup(".block").queryAll().size());
        assertTrue(accessible("target").stream().anyMatch(text -> text.startsWith("From target to loss")));

        hands.keys(KeyCode.LEFT);
        hands.keys(KeyCode.DOWN);
        hands.keys(KeyCode.DELETE);
        assertTrue(accessible("target").stream().noneMatch(text -> text.startsWith("From target to loss")));
        hands.keys(KeyCode.CONTROL, KeyCode.Z);
        assertTrue(accessible("target").stream().anyMatch(text -> text.startsWith("From target to loss")));
        Path file = folder.resolve("alexnet.jimu");
        AlexNet.assertBuilt(window.saved(file));
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
        hands.await("#entry-" + parameter);
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
        for (Node node = window.stage().getScene().getFocusOwner(); node != null; node = node.getParent()) {
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
