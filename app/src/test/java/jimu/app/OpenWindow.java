package jimu.app;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import jimu.app.file.FileActions;
import jimu.app.fx.Answers;
import jimu.app.fx.Background;
import jimu.app.library.ApplicationData;
import jimu.engine.graph.Document;
import jimu.engine.io.DocumentFile;
import jimu.engine.io.FileException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The program's window as a test opens it: its dialogs answer what was put down beforehand, its work is done on one thread, and
 * what it remembers goes when the test ends.
 */
final class OpenWindow implements AfterEachCallback {
    private final Preferences memory;
    private final Answers dialogs = new Answers();
    private final CanvasHands hands = new CanvasHands(new FxRobot());
    private @Nullable Stage stage;
    private @Nullable FileActions files;

    /** @param memory where the window keeps its settings, by itself */
    OpenWindow(String memory) {
        this.memory = Preferences.userRoot().node("jimu-test/" + memory);
    }

    void open(Stage stage) {
        open(stage, ApplicationData.folder());
    }

    /** The same, with what belongs to the person in {@code data}. */
    void open(Stage stage, Path data) {
        this.stage = stage;
        files = App.open(stage, dialogs, Background.onCurrentThread(), memory, data);
    }

    @Override
    public void afterEach(ExtensionContext context) throws BackingStoreException {
        memory.removeNode();
    }

    FxRobot robot() {
        return hands.robot();
    }

    CanvasHands hands() {
        return hands;
    }

    Answers dialogs() {
        return dialogs;
    }

    Stage stage() {
        return requireNonNull(stage);
    }

    FileActions files() {
        return requireNonNull(files);
    }

    /** Begins a document without data from the start page. */
    void begin() {
        robot().clickOn("#start-data-NONE").clickOn("#start-new");
    }

    /** Shows a document that is in no file yet. */
    void show(Document document, String name) {
        robot().interact(() -> files().create(document, name));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Shows the document of a file. */
    void show(Path file) {
        robot().interact(() -> files().open(file));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Turns to a tab of the dock. */
    void turnTo(Dock tab) {
        TabPane dock = robot().lookup("#dock").queryAs(TabPane.class);
        robot().interact(() -> dock.getTabs().stream()
                .filter(one -> one.getId().equals("dock-" + tab.key()))
                .forEach(dock.getSelectionModel()::select));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What is in the file once a key has saved the document. */
    Document saved(Path file) throws FileException {
        return saved(file, hands::save);
    }

    /** What is in the file once the document has been saved some way; the first time its file is chosen. */
    Document saved(Path file, Runnable save) throws FileException {
        if (!Files.exists(file)) {
            dialogs.choose(file);
        }
        save.run();
        WaitForAsyncUtils.waitForFxEvents();
        return DocumentFile.open(file);
    }
}
