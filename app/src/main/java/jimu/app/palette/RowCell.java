package jimu.app.palette;

import java.util.Map;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import jimu.app.fx.DragFormat;
import org.jspecify.annotations.Nullable;

/** A row of the palette: headings open and close, layers can be dragged and double-clicked. */
final class RowCell extends TreeCell<Row> {
    private final PaletteViewModel model;
    private final Region chip = new Region();

    RowCell(PaletteViewModel model) {
        this.model = model;
        chip.getStyleClass().add("palette-chip");
        setOnDragDetected(this::drag);
        setOnMouseClicked(this::click);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeIf(style -> style.startsWith("category-") || style.startsWith("palette-"));
        setGraphic(null);
        setTooltip(null);
        setText("");
        setId(null);
        if (empty || row == null) {
            return;
        }
        if (row instanceof Row.OfGroup group) {
            setText(group.group().title());
            getStyleClass().addAll("palette-group", "category-" + group.group().category());
        } else if (row instanceof Row.OfEntry of) {
            setText(of.entry().type());
            setId("palette-" + of.entry().type());
            setGraphic(chip);
            setTooltip(new Tooltip(of.entry().tip()));
            getStyleClass().addAll("palette-entry", "category-" + of.entry().category());
        }
    }

    private void drag(MouseEvent event) {
        if (getItem() instanceof Row.OfEntry row && event.getButton() == MouseButton.PRIMARY) {
            Dragboard board = startDragAndDrop(TransferMode.COPY);
            board.setContent(Map.of(DragFormat.LAYER, row.entry().type()));
            SnapshotParameters look = new SnapshotParameters();
            look.setFill(Color.TRANSPARENT);
            board.setDragView(snapshot(look, null), event.getX(), event.getY());
            event.consume();
        }
    }

    private void click(MouseEvent event) {
        if (getItem() instanceof Row.OfEntry row
                && event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 2) {
            model.insert(row.entry().type());
            event.consume();
        }
    }
}
