package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import jimu.app.fx.WindowTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A pointer that rests on a wire or an output is told whence the sizes there come. */
@WindowTest
class HoverTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("hover");

    private final FxRobot robot = window.robot();
    private final CanvasHands hands = window.hands();

    @Start
    void open(Stage stage) {
        window.open(stage);
    }

    @Test
    void aCardTellsWhenceTheSizesOnAWireCome() {
        window.begin();
        hands.drop("Input", 150, 120);
        hands.drop("Conv2d", 400, 120);
        hands.pull("#port-b1-output", "#port-b2-input");
        assertFalse(card().isVisible());
        robot.moveTo("#wire-b1-b2");
        hands.await(() -> card().isVisible() && !title().isEmpty());
        assertEquals("input.output: N × 1 × 28 × 28", title());
        assertEquals("""
                N = samples in a batch, from Input "input"
                1 = size of the field "image", from Input "input"
                28 = size of the field "image", from Input "input"
                28 = size of the field "image", from Input "input\"""", robot.lookup("#wire-b1-b2").query().queryAccessibleAttribute(AccessibleAttribute.HELP));
        robot.moveTo("#port-b2-output");
        hands.await(() -> title().startsWith("conv1"));
        hands.await(() -> card().isVisible());
        assertEquals(List.of("N", "16", "26", "26"), sizes());
        robot.moveTo("#palette-search");
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(card().isVisible());
    }

    private Node card() {
        return robot.lookup("#origin-card").query();
    }

    private String title() {
        return robot.from(card()).lookup(".origin-title").queryLabeled().getText();
    }

    private List<String> sizes() {
        return robot.from(card()).lookup(".origin-size").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }
}
