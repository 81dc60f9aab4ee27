package jimu.app.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.prefs.Preferences;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import jimu.app.fx.Appearance;
import jimu.app.fx.Background;
import jimu.app.fx.HandPump;
import jimu.app.fx.WindowTest;
import jimu.app.session.CurrentRun;
import jimu.app.session.Nets;
import jimu.app.session.OpenData;
import jimu.app.session.Session;
import jimu.engine.evaluate.ClassReport.Row;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.TargetKind;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Target;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.runtime.Backends;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Ten classes, all of them told right, since each sample's features are its answer. */
@WindowTest
class ClassesViewTest {
    private static final int CLASSES = 10;

    @TempDir
    private static Path folder;

    private final FxRobot robot = new FxRobot();
    private ClassesView view;

    @Start
    void open(Stage stage) throws IOException {
        Session session = new Session();
        OpenData data = new OpenData(session, Background.onCurrentThread());
        EvaluateViewModel model = new EvaluateViewModel(
                session,
                data,
                new CurrentRun(session, new HandPump()),
                Background.onCurrentThread(),
                new HandPump(),
                Backends.all());
        session.openNew(
                Nets.net()
                        .block("answer", new Input("features", List.of(CLASSES), 0, DType.FLOAT32))
                        .block("loss", new CrossEntropyLoss())
                        .block("label", new Target("label", List.of(), 0, DType.INT32))
                        .chain("answer", "loss")
                        .wire("label", "loss", "target")
                        .document()
                        .withData(DataSettings.NONE.withSource(
                                new DataSource.CsvFile(file().toString(), List.of(), "label", TargetKind.CLASS))),
                "net");
        model.evaluate();
        view = new ClassesView(model);
        Scene scene = new Scene(new HBox(view), 900, 200);
        new Appearance(Preferences.userRoot().node("jimu-test/classes")).follow(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void take(double width) {
        robot.interact(() -> {
            view.setMinWidth(width);
            view.setMaxWidth(width);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Path file() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(
                        ",", IntStream.range(0, CLASSES).mapToObj(i -> "x" + i).toList()) + ",label");
        for (int row = 0; row < 300; row++) {
            int label = row % CLASSES;
            lines.add(String.join(
                            ",",
                            IntStream.range(0, CLASSES)
                                    .mapToObj(i -> i == label ? "9" : "0")
                                    .toList()) + ",a class of many words " + label);
        }
        return Files.write(folder.resolve("answers.csv"), lines);
    }

    private TableView<Row> table() {
        return robot.lookup("#evaluate-classes").queryTableView();
    }

    private boolean scrolls(Orientation orientation) {
        return table().lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .anyMatch(bar -> bar.getOrientation() == orientation && bar.isVisible());
    }

    @Test
    void namesGiveWayToTheFiguresWhereTheRoomIsShort() {
        take(368);
        List<? extends TableColumn<Row, ?>> columns = table().getColumns();
        assertEquals("100.00 %", columns.get(1).getCellData(0));
        assertTrue(scrolls(Orientation.VERTICAL));
        assertFalse(scrolls(Orientation.HORIZONTAL));
        assertTrue(columns.get(0).getWidth() < columns.get(0).getPrefWidth());
        columns.stream().skip(1).forEach(column -> assertEquals(column.getPrefWidth(), column.getWidth(), 0.5));
    }

    @Test
    void inAWideWindowEachColumnIsAsWideAsItsWords() {
        take(900);
        table().getColumns().forEach(column -> assertEquals(column.getPrefWidth(), column.getWidth(), 0.5));
    }
}
