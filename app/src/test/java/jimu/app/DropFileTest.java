package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import jimu.app.file.FileActions;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.fx.WindowTest;
import jimu.app.session.Iris;
import jimu.app.session.Nets;
import jimu.app.session.PictureFiles;
import jimu.app.session.SampleData;
import jimu.app.session.Samples;
import jimu.engine.export.onnx.OnnxExporter;
import jimu.engine.graph.DataSettings;
import jimu.engine.graph.DataSource;
import jimu.engine.graph.Document;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Flatten;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.loss.CrossEntropyLoss;
import jimu.engine.plan.WeightSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Files dragged with a real mouse from another window onto the program's. */
@WindowTest
class DropFileTest {
    private final Preferences memory = Preferences.userRoot().node("jimu-test/drop-file");
    private final Answers dialogs = new Answers();
    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;

    private Stage stage;
    private FileActions actions;
    private List<Path> dragged = List.of();
    private String hint = "";

    @Start
    void open(Stage shown) {
        stage = shown;
        Label files = new Label("files");
        files.setId("files");
        actions = App.open(shown, dialogs, Background.onCurrentThread(), memory);
        files.setOnDragDetected(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(dragged.stream().map(Path::toFile).toList());
            files.startDragAndDrop(TransferMode.COPY).setContent(content);
            event.consume();
        });
        files.setPrefSize(120, 60);
        Stage folderWindow = new Stage();
        folderWindow.initOwner(shown);
        folderWindow.setScene(new Scene(files));
        folderWindow.setX(8);
        folderWindow.setY(8);
        folderWindow.show();
    }

    @AfterEach
    void forget() throws BackingStoreException {
        memory.removeNode();
    }

    private boolean zoneIsShown() {
        return robot.lookup("#drop-zone").query().isVisible();
    }

    private void drop(Path file) {
        dragged = List.of(file);
        robot.drag("#files").moveTo("#window").moveBy(10, 10);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(zoneIsShown());
        hint = robot.lookup("#drop-zone .label").queryLabeled().getText();
        robot.drop();
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(zoneIsShown());
    }

    @Test
    void aModelThenATableThenSomethingElse() throws FileException, IOException {
        Path model = folder.resolve("iris.jimu");
        DocumentFile.save(model, Iris.DOCUMENT);
        drop(model);
        assertEquals("iris.jimu – Jimu", stage.getTitle());
        Path table = Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n2,4\n3,6\n4,8\n");
        drop(table);
        assertEquals("iris.jimu* – Jimu", stage.getTitle());
        assertEquals(table.toString(), robot.lookup("#data-path").queryLabeled().getText());
        robot.interact(actions::save);
        assertEquals(
                Optional.of(table.toString()),
                DocumentFile.open(model).data().source().map(DataSource::path));
        Path empty = Files.writeString(folder.resolve("net.onnx"), "");
        drop(empty);
        assertEquals(List.of(empty + " is no ONNX file: it holds no graph."), dialogs.told());
    }

    @Test
    void aPictureIsShownToANetworkThatSeesPictures() throws FileException, IOException {
        Path picture = PictureFiles.bar(folder.resolve("one.png"));
        drop(picture);
        assertTrue(hint.startsWith("A picture is shown to a network: open one or build one"), hint);
        assertEquals(List.of(hint), dialogs.told());
        Path model = folder.resolve("digits.jimu");
        DocumentFile.save(model, digits());
        drop(model);
        drop(picture);
        assertEquals("Show one.png to this network", hint);
        assertEquals(
                "dock-dock.evaluate",
                robot.lookup("#dock")
                        .queryAs(TabPane.class)
                        .getSelectionModel()
                        .getSelectedItem()
                        .getId());
        CheckBox invert = robot.lookup("#draw-invert").queryAs(CheckBox.class);
        assertTrue(invert.isSelected());
        assertEquals(10, robot.lookup(".draw-bars .progress-bar").queryAll().size());
        drop(Files.writeString(folder.resolve("letter.png"), "Dear Sir,"));
        assertTrue(dialogs.told().get(1).contains("holds no picture that can be read here"));
        assertEquals("digits.jimu – Jimu", stage.getTitle());
    }

    @Test
    void anOnnxNetworkIsOpened() throws Exception {
        Inference inference = ShapeInference.infer(Iris.DOCUMENT);
        Path file = folder.resolve("flowers.onnx");
        OnnxExporter.export(inference, WeightSnapshot.initial(inference, 77), Optional.empty(), file);
        drop(file);
        assertEquals("Open flowers.onnx", hint);
        assertEquals("flowers – Jimu", stage.getTitle());
        assertEquals(List.of(), dialogs.told());
        assertEquals(4, robot.lookup(".block").queryAll().size());
    }

    private static Document digits() {
        return Nets.net()
                .block("image", SampleData.DIGITS.input())
                .block("flat", new Flatten())
                .block("fc", new Linear(Size.AUTO, 10, true))
                .block("loss", new CrossEntropyLoss())
                .block("label", SampleData.DIGITS.target())
                .chain("image", "flat", "fc", "loss")
                .wire("label", "loss", "target")
                .document()
                .withData(DataSettings.NONE.withSource(
                        SampleData.DIGITS.source(Samples.installed().orElseThrow())));
    }
}
