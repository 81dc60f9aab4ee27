package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jimu.app.fx.WindowTest;
import jimu.app.session.Iris;
import jimu.engine.data.DataLoader;
import jimu.engine.graph.Document;
import jimu.engine.runs.RunStore;
import jimu.engine.runtime.Backends;
import jimu.engine.train.TrainOptions;
import jimu.engine.train.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The kept runs in the window: reading, comparing and travelling through them. */
@WindowTest
class RunsTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("runs");

    private final FxRobot robot = window.robot();

    @TempDir
    private Path folder;

    @Start
    void open(Stage stage) {
        window.open(stage);
    }

    private void train(int epochs) throws Exception {
        Document document = Iris.DOCUMENT.withTraining(Iris.DOCUMENT.training().withEpochs(epochs));
        TrainOptions options = new TrainOptions(
                Backends.all(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.of(new RunStore(folder.resolve("iris.runs")).next("")));
        Trainer.start(document, DataLoader.load(document.data()), options).await();
    }

    @Test
    void theTableIsSortedByNumberAndShowsWhatIsSearchedFor() throws Exception {
        train(2);
        train(10);
        train(9);
        window.show(Iris.savedIn(folder));
        window.turnTo(Dock.RUNS);
        assertEquals(List.of(9.0, 10.0, 2.0), epochs());
        robot.clickOn("#runs-epochs");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(2.0, 9.0, 10.0), epochs());
        robot.clickOn("#runs-search").write("epochs 10");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(9.0, 10.0), epochs());
        robot.clickOn("#runs-search").write(" adam");
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(), epochs());
    }

    private List<Object> epochs() {
        TableView<?> table = robot.lookup("#runs-table").queryTableView();
        TableColumn<?, ?> column = table.getColumns().stream()
                .filter(one -> "runs-epochs".equals(one.getId()))
                .findFirst()
                .orElseThrow();
        return IntStream.range(0, table.getItems().size())
                .<Object>mapToObj(column::getCellData)
                .toList();
    }

    @Test
    void aRunIsComparedWithTheOneBeforeAndItsCheckpointsAreLookedAt() throws Exception {
        train(2);
        train(3);
        window.show(Iris.savedIn(folder));
        robot.clickOn("#block-fc1").clickOn("#inspector-tensors");
        window.turnTo(Dock.RUNS);
        TableView<?> table = robot.lookup("#runs-table").queryTableView();
        assertEquals(2, table.getItems().size());
        robot.interact(() -> table.getSelectionModel().clearAndSelect(0));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                "~ epochs: 2 → 3",
                robot.lookup("#run-difference .change").queryLabeled().getText());
        robot.interact(() -> robot.lookup("#travel").query().requestFocus());
        robot.push(KeyCode.LEFT);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                "after epoch 2", robot.lookup("#travel-text").queryLabeled().getText());
        String origin = robot.lookup("#tensors-origin").queryLabeled().getText();
        assertTrue(origin.contains("run 2, after epoch 2"), origin);
    }
}
