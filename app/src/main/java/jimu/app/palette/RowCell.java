package jimu.app.palette;

import java.util.Map;
import java.util.Optional;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.util.Duration;
import jimu.app.fx.DragFormat;
import jimu.app.library.StoredBlock;
import jimu.app.session.LayerEntry;
import jimu.app.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of the palette: headings open and close, layers can be dragged and double-clicked. */
final class RowCell extends TreeCell<Row> {
    private static final double TOOLTIP = 480;

    /** How far what is dragged lies from the pointer, so that the wire below that is seen. */
    private static final double BESIDE = 12;

    private static final double SHINING_THROUGH = 0.7;

    private final PaletteViewModel model;
    private final Region chip = new Region();
    private final Tooltip tooltip = new Tooltip();

    RowCell(PaletteViewModel model) {
        this.model = model;
        chip.getStyleClass().add("palette-chip");
        tooltip.getStyleClass().add("palette-tooltip");
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP);
        tooltip.setShowDuration(Duration.seconds(30));
        setOnDragDetected(this::drag);
        setOnDragDone(this::dragged);
        setOnMouseClicked(this::click);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeIf(style -> style.startsWith("category-") || style.startsWith("palette-"));
        setGraphic(null);
        setTooltip(null);
        setContextMenu(null);
        setText("");
        setId(null);
        if (empty || row == null) {
            return;
        }
        if (row instanceof Row.OfGroup group) {
            setText(group.group().title());
            getStyleClass().addAll("palette-group", "category-" + group.group().category());
        } else if (row instanceof Row.OfEntry of) {
            setText(of.entry().title());
            boolean own = of.group().equals(of.entry().category());
            setId((own ? "palette-" : "palette-" + of.group() + "-")
                    + of.entry().title());
            setGraphic(chip);
            tooltip.setText(of.entry().told());
            setTooltip(tooltip);
            setContextMenu(menu(of.entry()));
            getStyleClass().addAll("palette-entry", "category-" + of.entry().category());
        } else if (row instanceof Row.OfComplaint of) {
            setText(of.complaint().file());
            setGraphic(new FontIcon("mdoal-error"));
            tooltip.setText(of.complaint().sentence());
            setTooltip(tooltip);
            getStyleClass().add("palette-complaint");
        }
    }

    private ContextMenu menu(LayerEntry entry) {
        MenuItem insert = item("insert", () -> model.insert(entry, Manner.REFERENCE));
        Optional<StoredBlock> stored = model.stored(entry);
        if (stored.isPresent()) {
            return new ContextMenu(
                    insert,
                    item("copy", () -> model.insert(entry, Manner.COPY)),
                    new SeparatorMenuItem(),
                    item("rename", () -> model.rename(stored.get())),
                    item("delete", () -> model.delete(stored.get())));
        }
        MenuItem mark = new MenuItem(
                Texts.of(model.isFavourite(entry.type()) ? "palette.favourite.remove" : "palette.favourite.add"));
        mark.setOnAction(event -> model.toggleFavourite(entry.type()));
        return new ContextMenu(insert, mark);
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.of("palette." + key));
        item.setId("palette-menu-" + key);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static Manner manner(MouseEvent event) {
        return event.isAltDown() ? Manner.COPY : Manner.REFERENCE;
    }

    private void dragged(DragEvent event) {
        if (event.getTransferMode() != null && getItem() instanceof Row.OfEntry row) {
            model.used(row.entry().type());
        }
    }

    private void drag(MouseEvent event) {
        if (getItem() instanceof Row.OfEntry row && event.getButton() == MouseButton.PRIMARY) {
            Dragboard board = startDragAndDrop(TransferMode.COPY);
            board.setContent(Map.of(DragFormat.LAYER, PaletteViewModel.type(row.entry(), manner(event))));
            SnapshotParameters look = new SnapshotParameters();
            look.setFill(Color.TRANSPARENT);
            setOpacity(SHINING_THROUGH);
            board.setDragView(snapshot(look, null), -BESIDE, -BESIDE);
            setOpacity(1);
            event.consume();
        }
    }

    private void click(MouseEvent event) {
        if (getItem() instanceof Row.OfEntry row
                && event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 2) {
            model.insert(row.entry(), manner(event));
            event.consume();
        }
    }
}
