package jimu.app.fx;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import jimu.app.text.Texts;
import org.jspecify.annotations.Nullable;

/** Dialogs in front of the window that is used, or else of the main one. */
public final class WindowDialogs implements Dialogs {
    /** More rows than this stand in two columns. */
    private static final int LONG = 20;

    private static final double BESIDE = 96;

    /** What the title and the edges of a window take, at most. */
    private static final double EDGES = 80;

    /** What a scroll bar takes. */
    private static final double BAR = 16;

    private final Window main;
    private @Nullable File folder;

    public WindowDialogs(Window main) {
        this.main = main;
    }

    private Window owner() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window.isFocused())
                .findFirst()
                .orElse(main);
    }

    @Override
    public void error(String sentence) {
        show(AlertType.ERROR, Texts.of("dialog.error"), sentence);
    }

    @Override
    public void tell(String title, String text) {
        show(AlertType.INFORMATION, title, text);
    }

    @Override
    public void list(String title, Map<String, String> rows) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("dialog-list");
        lay(grid, rows, rows.size() > LONG ? (rows.size() + 1) / 2 : rows.size());
        ScrollPane scroll = new ScrollPane(grid);
        scroll.getStyleClass().add("edge-to-edge");
        Alert alert = alert(AlertType.INFORMATION, title, "");
        alert.setGraphic(null);
        alert.getDialogPane().setContent(scroll);
        alert.getDialogPane().getStyleClass().add("dialog-wide");
        DialogPane pane = alert.getDialogPane();
        alert.setOnShown(event -> {
            pane.applyCss();
            if (grid.prefWidth(-1) > width()) {
                lay(grid, rows, rows.size());
                pane.applyCss();
            }
            fit(pane, scroll, grid);
        });
        alert.showAndWait();
    }

    /** Puts rows below each other, so many in a column. */
    private static void lay(GridPane grid, Map<String, String> rows, int height) {
        grid.getChildren().clear();
        int row = 0;
        for (Map.Entry<String, String> entry : rows.entrySet()) {
            Label left = new Label(entry.getKey());
            left.getStyleClass().add("dialog-list-key");
            Label right = new Label(entry.getValue());
            right.setMinWidth(Region.USE_PREF_SIZE);
            left.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(left, 2 * (row / height), row % height);
            grid.add(right, 2 * (row / height) + 1, row % height);
            row++;
        }
    }

    /** How wide what a dialog holds may be. */
    private static double width() {
        return Screen.getPrimary().getVisualBounds().getWidth() - BESIDE;
    }

    /** Makes a dialog as large as what it holds, but no larger than the screen: then that is scrolled; and puts it wholly there. */
    private void fit(DialogPane pane, ScrollPane scroll, Region content) {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        double height = Math.ceil(content.prefHeight(-1));
        scroll.setPrefViewportWidth(Math.min(width(), Math.ceil(content.prefWidth(-1)) + BAR));
        scroll.setPrefViewportHeight(height);
        double over = Math.max(0, pane.prefHeight(-1) + EDGES - room.getHeight());
        scroll.setPrefViewportHeight(height - over);
        Window window = pane.getScene().getWindow();
        window.sizeToScene();
        double wide = pane.prefWidth(-1);
        double high = pane.prefHeight(wide) + EDGES;
        Window owner = Optional.ofNullable(pane.getScene().getWindow() instanceof Stage stage ? stage.getOwner() : null)
                .orElse(main);
        double x = owner.getX() + (owner.getWidth() - wide) / 2;
        double y = owner.getY() + (owner.getHeight() - high) / 2;
        window.setX(within(x, room.getMinX(), room.getMaxX() - wide));
        window.setY(within(y, room.getMinY(), room.getMaxY() - high));
    }

    private static double within(double place, double least, double most) {
        return Math.max(least, Math.min(most, place));
    }

    @Override
    public Loss askToSave(String name) {
        ButtonType save = new ButtonType(Texts.of("dialog.save"), ButtonData.YES);
        ButtonType discard = new ButtonType(Texts.of("dialog.discard"), ButtonData.NO);
        ButtonType cancel = new ButtonType(Texts.of("dialog.cancel"), ButtonData.CANCEL_CLOSE);
        Alert alert = alert(AlertType.CONFIRMATION, Texts.of("dialog.loss.title"), Texts.of("dialog.loss", name));
        alert.getButtonTypes().setAll(save, discard, cancel);
        ButtonType answer = alert.showAndWait().orElse(cancel);
        if (answer == save) {
            return Loss.SAVE;
        }
        return answer == discard ? Loss.DISCARD : Loss.CANCEL;
    }

    @Override
    public boolean askToStop() {
        ButtonType stop = new ButtonType(Texts.of("dialog.stop"), ButtonData.YES);
        ButtonType cancel = new ButtonType(Texts.of("dialog.cancel"), ButtonData.CANCEL_CLOSE);
        Alert alert = alert(AlertType.CONFIRMATION, Texts.of("dialog.stop.title"), Texts.of("dialog.stop.text"));
        alert.getButtonTypes().setAll(stop, cancel);
        return alert.showAndWait().orElse(cancel) == stop;
    }

    @Override
    public boolean ask(String title, String question, String yes) {
        ButtonType sure = new ButtonType(yes, ButtonData.YES);
        ButtonType cancel = new ButtonType(Texts.of("dialog.cancel"), ButtonData.CANCEL_CLOSE);
        Alert alert = alert(AlertType.CONFIRMATION, title, question);
        alert.getButtonTypes().setAll(sure, cancel);
        return alert.showAndWait().orElse(cancel) == sure;
    }

    @Override
    public Optional<Named> askNamed(String title, Named proposed, Function<String, Optional<String>> wrong) {
        return Modal.over(owner(), new NameDialog(title, proposed, wrong)).showAndWait();
    }

    @Override
    public Optional<Path> chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return remember(keepingItsSize(chooser::showDialog));
    }

    @Override
    public Optional<Path> chooseToOpen(FileKind kind) {
        return remember(keepingItsSize(chooser(kind)::showOpenDialog));
    }

    @Override
    public Optional<Path> chooseToSave(FileKind kind, String proposedName) {
        FileChooser chooser = chooser(kind);
        chooser.setInitialFileName(proposedName);
        return remember(keepingItsSize(chooser::showSaveDialog)).map(kind::withEnding);
    }

    /** The system's own dialogs leave the window no longer maximised, as {@link Modal} tells of others. */
    private @Nullable File keepingItsSize(Function<Window, @Nullable File> dialog) {
        Window owner = owner();
        boolean maximised = owner instanceof Stage stage && stage.isMaximized();
        File chosen = dialog.apply(owner);
        if (maximised && owner instanceof Stage stage) {
            Platform.runLater(() -> stage.setMaximized(true));
        }
        return chosen;
    }

    private FileChooser chooser(FileKind kind) {
        FileChooser chooser = new FileChooser();
        String name = Texts.of("file." + kind.name().toLowerCase(Locale.ROOT));
        List<String> patterns = kind.endings().stream()
                .flatMap(ending -> Stream.of(ending, ending.toUpperCase(Locale.ROOT)))
                .map(ending -> "*." + ending)
                .toList();
        chooser.getExtensionFilters().add(new ExtensionFilter(name, patterns));
        if (folder != null && Files.isDirectory(folder.toPath())) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> remember(@Nullable File chosen) {
        if (chosen == null) {
            return Optional.empty();
        }
        folder = chosen.getAbsoluteFile().getParentFile();
        return Optional.of(chosen.toPath().toAbsolutePath());
    }

    private void show(AlertType type, String title, String text) {
        alert(type, title, text).show();
    }

    private Alert alert(AlertType type, String title, String text) {
        Alert alert = Modal.over(owner(), new Alert(type, text));
        alert.setTitle(title);
        alert.setHeaderText(null);
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        alert.getDialogPane().getStyleClass().add("dialog");
        return alert;
    }
}
