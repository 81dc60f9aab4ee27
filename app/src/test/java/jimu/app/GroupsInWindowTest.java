package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jimu.app.fx.Answers;
import jimu.app.fx.WindowTest;
import jimu.app.session.Nets;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Link;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import jimu.engine.layer.activation.ReLU;
import jimu.engine.layer.activation.Sigmoid;
import jimu.engine.layer.core.Input;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Groups with a real mouse: made, stepped into, opened in place, kept, and taken from the palette again. */
@WindowTest
class GroupsInWindowTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("groups");

    private final Answers dialogs = window.dialogs();
    private final FxRobot robot = window.robot();
    private final CanvasHands hands = window.hands();

    @TempDir
    private Path folder;

    @Start
    void open(Stage stage) {
        window.open(stage, folder.resolve("data"));
    }

    /** Three layers in a chain, the last two of which become a group. */
    @BeforeEach
    void group() throws FileException {
        Document net = Nets.net()
                .block("b1", new Input(), 0, 0)
                .block("b2", new ReLU(), 272, 0)
                .block("b3", new Sigmoid(), 544, 0)
                .chain("b1", "b2", "b3")
                .document();
        DocumentFile.save(file(), net);
        window.show(file());
        robot.clickOn("#block-b2").press(KeyCode.SHIFT).clickOn("#block-b3").release(KeyCode.SHIFT);
        hands.keys(KeyCode.CONTROL, KeyCode.G);
    }

    private Path file() {
        return folder.resolve("net.jimu");
    }

    private Document saved() throws FileException {
        return window.saved(file());
    }

    private static String group(Document document) {
        return document.graph().blocks().stream()
                .filter(block -> block.content() instanceof Content.Use)
                .map(Block::id)
                .findFirst()
                .orElseThrow();
    }

    private boolean shows(String query) {
        return robot.lookup(query).tryQuery().isPresent();
    }

    @Test
    void selectedBlocksBecomeAGroupThatIsSteppedIntoAndLeft() throws FileException {
        Document document = saved();
        String group = group(document);
        assertEquals(
                Set.of(Link.of("b1", "output", group, "input")),
                document.graph().links());
        robot.doubleClickOn("#block-" + group);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(shows("#block-b2") && !shows("#block-b1"));
        robot.clickOn("#crumb-0");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(shows("#block-b1") && !shows("#block-b2"));
    }

    @Test
    void theArrowOpensAGroupInItsPlaceWhereItIsEdited() throws FileException {
        Document document = saved();
        String group = group(document);
        robot.clickOn("#block-" + group + " .block-arrow");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(shows("#block-b2") && shows("#around-b1"));
        robot.clickOn("#block-b3");
        hands.keys(KeyCode.DELETE);
        robot.clickOn("#close-" + group);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(shows("#block-b2") || shows("#around-b1"));
        assertTrue(shows("#block-b1"));
        assertEquals(
                List.of("b2"),
                saved().requireDefinition("group1").graph().blocks().stream()
                        .map(Block::id)
                        .toList());
        hands.keys(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(document, saved());
    }

    @Test
    void aClickOutsideOfAnOpenGroupClosesItAndSelectsThere() throws FileException {
        hands.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.PAGE_DOWN);
        hands.keys(KeyCode.CONTROL, KeyCode.MINUS);
        hands.keys(KeyCode.CONTROL, KeyCode.MINUS);
        hands.keys(KeyCode.CONTROL, KeyCode.MINUS);
        assertTrue(shows("#block-b2") && shows("#around-b1"));
        robot.clickOn(hands.corner("#around-b1").add(20, 20));
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(shows("#around-b1"));
        hands.keys(KeyCode.DELETE);
        assertEquals(Optional.empty(), saved().graph().block("b1"));
    }

    @Test
    void aGroupIsKeptAndDraggedFromThePaletteIntoAnotherDocument() throws FileException {
        dialogs.name("Squash", "positive, then between 0 and 1");
        hands.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
        assertTrue(Files.exists(folder.resolve("data/blocks/Squash.jimu")));
        saved();
        hands.keys(KeyCode.CONTROL, KeyCode.N);
        robot.clickOn("#palette-search");
        hands.keys(KeyCode.CONTROL, KeyCode.A);
        hands.keys(KeyCode.DELETE);
        robot.drag("#palette-mine-Squash").dropTo(hands.corner("#canvas").add(300, 150));
        WaitForAsyncUtils.waitForFxEvents();
        Document other = window.saved(folder.resolve("other.jimu"));
        assertEquals(
                "Squash",
                other.requireDefinition("Squash").origin().orElseThrow().block());
        assertEquals(1, other.graph().blocks().size());
    }
}
