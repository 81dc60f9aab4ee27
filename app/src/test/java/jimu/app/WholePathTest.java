package jimu.app;

import static jimu.app.session.Nets.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jimu.app.fx.WindowTest;
import jimu.engine.graph.Document;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A person builds a small network with the mouse, trains it, saves it, opens it again and trains on. */
@WindowTest
class WholePathTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("whole-path");

    private final FxRobot robot = window.robot();
    private final CanvasHands hands = window.hands();

    @TempDir
    private Path folder;

    @Start
    void open(Stage stage) {
        window.open(stage);
    }

    @Test
    void aNetworkIsBuiltTrainedSavedAndOpenedAgain() throws FileException, IOException {
        Path file = folder.resolve("iris.jimu");
        robot.clickOn("#start-data-IRIS").clickOn("#start-new");
        hands.drop("Linear", 300, 60);
        hands.drop("ReLU", 470, 60);
        hands.drop("Linear", 640, 60);
        hands.drop("CrossEntropyLoss", 640, 240);
        hands.pull("#port-b1-output", "#port-b3-input");
        hands.pull("#port-b3-output", "#port-b4-input");
        hands.pull("#port-b4-output", "#port-b5-input");
        hands.pull("#port-b5-output", "#port-b6-input");
        hands.pull("#port-b2-output", "#port-b6-target");
        assertEquals(
                "No problems", robot.lookup("#status-problems").queryLabeled().getText());
        Document built = window.saved(file);
        assertEquals(List.of("features", "label", "fc1", "relu1", "fc2", "loss"), names(built));
        assertEquals(List.of(), ShapeInference.infer(built).findings());

        String first = train();
        assertTrue(Files.exists(onlyRun().resolve("weights.safetensors")));

        hands.keys(KeyCode.CONTROL, KeyCode.W);
        robot.clickOn("iris.jimu");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("iris.jimu – Jimu", ((Stage) robot.window(0)).getTitle());
        assertEquals(first, train());
        assertEquals(built, DocumentFile.open(file));
    }

    /** Trains to the end; the test's result without the time it took. */
    private String train() {
        robot.clickOn("#bar-train");
        hands.await(() -> robot.lookup("#training-result").queryLabeled().isVisible());
        String result = robot.lookup("#training-result").queryLabeled().getText();
        assertTrue(result.startsWith("Test: loss "), result);
        return result.substring(0, result.indexOf(", after"));
    }

    private Path onlyRun() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("iris.runs"))) {
            return runs.findFirst().orElseThrow();
        }
    }
}
