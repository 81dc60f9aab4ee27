package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import jimu.app.fx.Answers;
import jimu.app.fx.Dialogs;
import jimu.app.fx.WindowTest;
import jimu.app.session.Iris;
import jimu.engine.graph.Choice;
import jimu.engine.graph.Document;
import jimu.engine.io.DocumentFile;
import jimu.engine.runs.KeptRun;
import jimu.engine.runs.Resumption;
import jimu.engine.runs.RunHistory;
import jimu.engine.runs.RunStore;
import jimu.engine.train.RunResult;
import jimu.engine.train.TrainEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Steering a training with a real mouse, and closing the window while it goes on. */
@WindowTest
class WorkbenchTest {
    private static final Document LONG = Iris.DOCUMENT.withTraining(
            Iris.DOCUMENT.training().withEpochs(1_000_000).withOptimizer(new Choice("Adam", Map.of("lr", 0.01))));

    @RegisterExtension
    private final OpenWindow window = new OpenWindow("workbench");

    private final Answers dialogs = window.dialogs();
    private final FxRobot robot = window.robot();
    private final CanvasHands hands = window.hands();

    @TempDir
    private Path folder;

    @Start
    void open(Stage stage) {
        window.open(stage);
    }

    @BeforeEach
    void train() throws Exception {
        Path file = folder.resolve("iris.jimu");
        DocumentFile.save(file, LONG);
        window.show(file);
        robot.clickOn("#bar-train");
        hands.await(() -> isEnabled("#bar-pause") && taskView().contains("/"));
    }

    @AfterEach
    void discard() throws Exception {
        if (window.stage().isShowing()) {
            dialogs.onLoss(Dialogs.Loss.DISCARD);
            leave();
        }
    }

    /** Leaves the document, which ends its run. */
    private void leave() throws Exception {
        dialogs.letStop();
        window.show(Iris.DOCUMENT, "other");
        hands.await(() -> run().result().status() != RunResult.Status.RUNNING);
    }

    private void askToClose() {
        Stage stage = window.stage();
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private boolean isEnabled(String button) {
        return !robot.lookup(button).queryAs(Button.class).isDisabled();
    }

    private String taskView() {
        return robot.lookup("#status-task").queryButton().getText();
    }

    private KeptRun run() throws Exception {
        return new RunStore(folder.resolve("iris.runs")).list().get(0);
    }

    private List<TrainEvent.Changed> changes() throws Exception {
        return RunHistory.read(run().metrics()).events().stream()
                .filter(TrainEvent.Changed.class::isInstance)
                .map(TrainEvent.Changed.class::cast)
                .toList();
    }

    @Test
    void aTrainingIsPausedGetsAnotherRateGoesOnAndIsStopped() throws Exception {
        robot.clickOn("#bar-pause");
        hands.await(() -> robot.lookup("#bar-train").queryButton().getText().equals("Resume"));
        robot.doubleClickOn("#training #entry-lr");
        robot.push(KeyCode.CONTROL, KeyCode.A).write("0.002").push(KeyCode.ENTER);
        robot.clickOn("#bar-train");
        hands.await(() -> !changes().isEmpty());
        TrainEvent.Changed change = changes().get(0);
        assertEquals("optimizer.lr 0.01 0.002", change.name() + " " + change.from() + " " + change.to());
        robot.clickOn("#bar-stop");
        hands.await(() -> run().result().status() == RunResult.Status.STOPPED);
        hands.await(() -> isEnabled("#bar-train"));
        assertTrue(Files.exists(run().folder().resolve("weights.safetensors")));
        assertFalse(robot.lookup("#status-task").query().getParent().isVisible());
    }

    @Test
    void closingTheWindowAsksAndLeavesARunThatCanGoOn() throws Exception {
        askToClose();
        assertEquals(List.of("stop?"), dialogs.told());
        assertTrue(window.stage().isShowing());
        assertTrue(isEnabled("#bar-pause"), "the run goes on");
        leave();
        assertEquals(RunResult.Status.STOPPED, run().result().status());
        Resumption left = Resumption.of(run(), "");
        assertTrue(left.content().state().step() > 0);
        assertEquals(run().result().step(), left.content().state().step());
        askToClose();
        assertFalse(window.stage().isShowing());
    }
}
