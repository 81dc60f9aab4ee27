package jimu.app.file;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/** A frame over the whole window while files are dragged over it, with what would come of dropping them. */
public final class DropView extends StackPane {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final FileDrop model;

    /** Takes the files that are dragged over {@code ground}, above which this lies. */
    public DropView(FileDrop model, Node ground) {
        this.model = model;
        setId("drop-zone");
        getStyleClass().add("drop-zone");
        setMouseTransparent(true);
        Label words = new Label();
        words.setWrapText(true);
        words.textProperty().bind(model.hintProperty());
        getChildren().add(words);
        visibleProperty().bind(model.hintProperty().isNotEmpty());
        model.refusedProperty().addListener((value, old, now) -> pseudoClassStateChanged(REFUSED, now));
        ground.addEventHandler(DragEvent.DRAG_OVER, this::over);
        ground.addEventHandler(DragEvent.DRAG_EXITED, event -> model.end());
        ground.addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            model.over(paths(event));
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            List<Path> files = paths(event);
            event.setDropCompleted(true);
            event.consume();
            model.drop(files);
        }
    }

    private static List<Path> paths(DragEvent event) {
        return event.getDragboard().getFiles().stream().map(File::toPath).toList();
    }
}
