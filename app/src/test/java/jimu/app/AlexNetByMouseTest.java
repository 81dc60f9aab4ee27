package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import jimu.app.fx.WindowTest;
import jimu.engine.graph.Block;
import jimu.engine.graph.Document;
import jimu.engine.graph.Position;
import jimu.engine.io.FileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** AlexNet is built without a key but for what is typed into fields that were clicked. */
@WindowTest
class AlexNetByMouseTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("mouse");

    private final FxRobot robot = window.robot();
    private final CanvasHands hands = window.hands();

    @TempDir
    private Path folder;

    private boolean searched;

    @Start
    void open(Stage stage) {
        window.open(stage);
    }

    @Test
    void itIsBuiltByMouseAlone() throws FileException {
        window.begin();
        List<AlexNet.Step> chain = AlexNet.CHAIN;
        drag(chain.get(0).type(), 60, 60);
        setUp(chain.get(0));
        drag(chain.get(1).type(), 320, 60);
        hands.pull("#port-b1-output", "#port-b2-input");
        robot.clickOn("#block-b2");
        setUp(chain.get(1));
        for (AlexNet.Step step : chain.subList(2, chain.size())) {
            insert(step.type());
            setUp(step);
        }
        arrange();
        drag("Target", 60, 300);
        hands.pull("#port-b" + (chain.size() + 1) + "-output", "#port-b" + chain.size() + "-target");
        Document built = saved();
        AlexNet.assertBuilt(built);

        arrange();
        Document arranged = saved();
        AlexNet.assertBuilt(arranged);
        assertApart(arranged);
        robot.clickOn("#bar-undo");
        assertEquals(built, saved());
    }

    /** Clicks into each field, selects what stands there by two more clicks, and types. */
    private void setUp(AlexNet.Step step) {
        step.parameters().forEach((parameter, value) -> {
            String field = "#inspector #entry-" + parameter;
            hands.await(field);
            String text = robot.lookup(field + " .text-field").tryQuery().isPresent() ? field + " .text-field" : field;
            robot.clickOn(text)
                    .clickOn(MouseButton.PRIMARY)
                    .clickOn(MouseButton.PRIMARY)
                    .write(value);
            WaitForAsyncUtils.waitForFxEvents();
        });
    }

    private void drag(String type, double dx, double dy) {
        robot.drag(entry(type)).dropTo(hands.corner("#canvas").add(dx, dy));
        WaitForAsyncUtils.waitForFxEvents();
        if (searched) {
            search("");
        }
    }

    /** A layer in the palette: one in view, as those used last always are, or one that is searched for. */
    private Node entry(String type) {
        if (inView(type).isEmpty()) {
            search(type);
        }
        return inView(type).orElseThrow(() -> new AssertionError("The palette has no " + type));
    }

    private void search(String words) {
        robot.clickOn("#palette-search").clickOn(MouseButton.PRIMARY).clickOn(MouseButton.PRIMARY);
        if (words.isEmpty()) {
            robot.type(KeyCode.BACK_SPACE);
        } else {
            robot.write(words);
        }
        searched = !words.isEmpty();
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void insert(String type) {
        robot.rightClickOn(entry(type)).clickOn("#palette-menu-insert");
        if (searched) {
            search("");
        }
    }

    private Optional<Node> inView(String type) {
        Node tree = robot.lookup("#palette-tree").query();
        Bounds view = tree.localToScreen(tree.getLayoutBounds());
        Set<String> ids = Set.of("palette-recent-" + type, "palette-" + type);
        return robot.lookup(node -> node.getId() != null && ids.contains(node.getId())).queryAll().stream()
                .filter(Node::isVisible)
                .filter(node -> view.contains(node.localToScreen(node.getLayoutBounds())))
                .findFirst();
    }

    /** Arranges by the toolbar, and waits until the blocks have glided to their places. */
    private void arrange() {
        Labeled undo = robot.lookup("#bar-undo").queryLabeled();
        robot.clickOn("#bar-layout");
        hands.await(() -> undo.getText().contains("arrange"));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Document saved() throws FileException {
        return window.saved(folder.resolve("alexnet.jimu"), () -> robot.clickOn("#bar-save"));
    }

    private static void assertApart(Document document) {
        List<Position> places = new ArrayList<>();
        for (Block block : document.graph().blocks()) {
            places.add(document.position(block.id()));
        }
        for (int i = 0; i < places.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean apart = Math.abs(places.get(i).x() - places.get(j).x()) >= 152
                        || Math.abs(places.get(i).y() - places.get(j).y()) >= 80;
                assertTrue(apart, places.get(i) + " and " + places.get(j));
            }
        }
        assertFalse(places.isEmpty());
    }
}
