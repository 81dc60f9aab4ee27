package jimu.app.runs;

import java.util.function.Consumer;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseEvent;

/** A star that a click sets or takes away. */
final class StarCell extends TableCell<RunRow, Boolean> {
    StarCell(Consumer<RunRow> click) {
        getStyleClass().add("runs-star");
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            RunRow row = getTableRow().getItem();
            if (row != null) {
                click.accept(row);
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(Boolean star, boolean none) {
        super.updateItem(star, none);
        setText(none ? "" : star ? "★" : "☆");
    }
}
