package jimu.app.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.prefs.Preferences;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jimu.app.fx.Answers;
import jimu.app.fx.Appearance;
import jimu.app.fx.Background;
import jimu.app.fx.PulsePump;
import jimu.app.fx.WindowTest;
import jimu.app.session.CurrentRun;
import jimu.app.session.Iris;
import jimu.app.session.OpenData;
import jimu.app.session.OpenProblems;
import jimu.app.session.Session;
import jimu.engine.graph.Document;
import jimu.engine.runtime.Backends;
import jimu.engine.sweep.SweepFolder;
import jimu.engine.sweep.SweepOptions;
import jimu.engine.sweep.SweepResult;
import jimu.engine.sweep.SweepResult.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A small sweep from choosing a parameter to opening a variant, with a real mouse and keyboard. */
@WindowTest
class SweepViewTest {
    @TempDir
    private static Path folder;

    private final FxRobot robot = new FxRobot();
    private final List<String> opened = new ArrayList<>();

    @Start
    void open(Stage stage) {
        Session session = new Session();
        OpenData data = new OpenData(session, Background.onCurrentThread());
        SweepPlaces places = new SweepPlaces() {
            @Override
            public Path runs(Optional<Path> document, String name) {
                return folder;
            }

            @Override
            public SweepOptions options(SweepFolder sweep) {
                return new SweepOptions(Backends.all(), OptionalInt.empty(), sweep, "");
            }
        };
        SweepActions actions = new SweepActions() {
            @Override
            public void open(Document document, String name, Optional<Path> run) {
                opened.add(name);
            }

            @Override
            public void useWeights(Path run, String name) {}

            @Override
            public void drawCurves(Path run, Supplier<String> name) {}

            @Override
            public void trainTwins(Document variant, Supplier<String> name) {}
        };
        SweepViewModel model = new SweepViewModel(
                session,
                data,
                new OpenProblems(session, data).obstacleProperty(),
                new CurrentRun(session, new PulsePump()),
                Background.onCurrentThread(),
                new Answers(),
                new PulsePump(),
                places);
        session.openNew(Iris.DOCUMENT, "iris");
        model.see();
        Scene scene = new Scene(new SweepView(model, actions), 1180, 720);
        new Appearance(Preferences.userRoot().node("jimu-test/sweep")).follow(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aParameterIsChosenItsValuesTriedAndOneOfThemOpened() throws Exception {
        robot.clickOn("#sweep-search").write("optimizer.lr").type(KeyCode.ENTER);
        robot.clickOn("#sweep-values-optimizer-lr").eraseText(30).write("0.001,0.1");
        robot.clickOn("#sweep-start");
        TableView<SweepResult> table = robot.lookup("#sweep-table").queryTableView();
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> table.getItems().size() == 2
                                && table.getItems().stream().allMatch(result -> result.state() == State.FINISHED))
                        .get());
        assertTrue(robot.lookup("#sweep-parallel").query().isVisible());
        robot.clickOn("#sweep-show-scatter");
        assertTrue(robot.lookup("#sweep-scatter").query().isVisible());
        assertFalse(robot.lookup("#sweep-parallel").query().isVisible());
        robot.interact(() -> table.getSelectionModel().select(1));
        robot.clickOn("#sweep-open");
        assertEquals(List.of("iris optimizer.lr 0.1"), opened);
    }
}
