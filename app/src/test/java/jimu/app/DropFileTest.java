package jimu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import jimu.app.fx.Answers;
import jimu.app.fx.WindowTest;
import jimu.app.session.Digits;
import jimu.app.session.Iris;
import jimu.app.session.PictureFiles;
import jimu.engine.export.onnx.OnnxExporter;
import jimu.engine.graph.DataSource;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import jimu.engine.plan.WeightSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Files dragged with a real mouse from another window onto the program's. */
@WindowTest
class DropFileTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("drop-file");

    private final Answers dialogs = window.dialogs();
    private final FxRobot robot = window.robot();

    @TempDir
    private Path folder;

    private List<Path> dragged = List.of();
    private String hint = "";

    @Start
    void open(Stage shown) {
        Label files = new Label("files");
        files.setId("files");
        window.open(shown);
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
        Path model = Iris.savedIn(folder);
        drop(model);
        assertEquals("iris.jimu – Jimu", window.stage().getTitle());
        Path table = Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n2,4\n3,6\n4,8\n");
        drop(table);
        assertEquals("iris.jimu* – Jimu", window.stage().getTitle());
        assertEquals(table.toString(), robot.lookup("#data-path").queryLabeled().getText());
        robot.interact(window.files()::save);
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
        DocumentFile.save(model, Digits.document());
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
        assertEquals("digits.jimu – Jimu", window.stage().getTitle());
    }

    @Test
    void anOnnxNetworkIsOpened() throws Exception {
        Inference inference = ShapeInference.infer(Iris.DOCUMENT);
        Path file = folder.resolve("flowers.onnx");
        OnnxExporter.export(inference, WeightSnapshot.initial(inference, 77), Optional.empty(), file);
        drop(file);
        assertEquals("Open flowers.onnx", hint);
        assertEquals("flowers – Jimu", window.stage().getTitle());
        assertEquals(List.of(), dialogs.told());
        assertEquals(4, robot.lookup(".block").queryAll().size());
    }
}
