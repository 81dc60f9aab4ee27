package jimu.app.inspector;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;

/**
 * The numbers of a slice in a table. Of the rows only those in view exist, and of the columns too: a scroll bar below moves them, so
 * that a slice of any size shows at once.
 */
final class SliceView extends Region {
    private static final PseudoClass STRANGE = PseudoClass.getPseudoClass("strange");
    private static final double ROW = 22;
    private static final double COLUMN = 64;
    private static final double HEADER = 44;
    private static final double BAR = 12;
    private static final double FOOT = 11;
    private static final double SHORTEST = 0.1;

    private final TableView<Integer> table = new TableView<>();
    private final ScrollBar bar = new ScrollBar();
    private Optional<TensorSlice> slice = Optional.empty();
    private DoubleFunction<String> write = Numbers::measured;
    private int first;
    private int visible;
    private boolean undivided;
    private double divided;

    SliceView() {
        setId("tensors-slice");
        getStyleClass().add("slice");
        table.setId("tensors-table");
        table.getStyleClass().addAll("dense", "bordered");
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaX() != 0 && bar.isVisible()) {
                bar.setValue(Math.max(0, Math.min(bar.getMax(), bar.getValue() - Math.signum(event.getDeltaX()))));
                event.consume();
            }
        });
        bar.setOrientation(Orientation.HORIZONTAL);
        bar.valueProperty().addListener((value, old, now) -> moveTo((int) Math.round(now.doubleValue())));
        getChildren().addAll(table, bar);
    }

    void show(TensorSlice now, DoubleFunction<String> text) {
        write = text;
        boolean alike = slice.filter(old -> old.rows() == now.rows() && old.columns() == now.columns())
                .isPresent();
        slice = Optional.of(now);
        if (!alike) {
            table.setItems(FXCollections.observableList(new Rows(now.rows())));
            table.scrollTo(0);
            first = 0;
            undivided = true;
            requestLayout();
        }
        table.refresh();
    }

    @Override
    protected void layoutChildren() {
        if (slice.isPresent() && (undivided || getWidth() != divided)) {
            undivided = false;
            divided = getWidth();
            divide(slice.get());
        }
        double foot = bar.isVisible() ? FOOT : 0;
        table.resizeRelocate(0, 0, getWidth(), getHeight() - foot);
        bar.resizeRelocate(HEADER, getHeight() - foot + 2, Math.max(0, getWidth() - HEADER), Math.max(0, foot - 2));
    }

    /** Makes as many columns as there is room for. */
    private void divide(TensorSlice slice) {
        int all = slice.columns();
        int room = (int) Math.max(1, Math.floor((divided - HEADER - BAR) / COLUMN));
        int wanted = Math.min(all, room);
        bar.setMax(all - wanted);
        bar.setVisibleAmount(Math.max(SHORTEST, (double) wanted / all) * (all - wanted));
        bar.setUnitIncrement(1);
        bar.setBlockIncrement(wanted);
        bar.setVisible(all > wanted);
        if (wanted != visible) {
            visible = wanted;
            table.getColumns().setAll(List.of(header()));
            for (int i = 0; i < wanted; i++) {
                table.getColumns().add(column(i));
            }
        }
        double width = Math.floor((divided - HEADER - BAR) / wanted);
        table.getColumns().stream().skip(1).forEach(column -> settle(column, Math.min(width, 2 * COLUMN)));
        first = Math.min(first, all - wanted);
        bar.setValue(first);
        title();
    }

    private void moveTo(int column) {
        if (column != first) {
            first = column;
            title();
            table.refresh();
        }
    }

    private void title() {
        boolean vector = slice.filter(one -> one.shape().rank() < 2).isPresent();
        for (int i = 1; i < table.getColumns().size(); i++) {
            table.getColumns().get(i).setText(vector ? Texts.of("tensors.value") : Integer.toString(first + i - 1));
        }
    }

    private static TableColumn<Integer, Object> header() {
        TableColumn<Integer, Object> column = new TableColumn<>();
        column.getStyleClass().add("slice-header");
        settle(column, HEADER);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        return column;
    }

    private TableColumn<Integer, Object> column(int place) {
        TableColumn<Integer, Object> column = new TableColumn<>();
        column.getStyleClass().add("number");
        settle(column, COLUMN);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(unused -> new NumberCell(place));
        return column;
    }

    private static void settle(TableColumn<Integer, ?> column, double width) {
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(false);
    }

    private final class NumberCell extends TableCell<Integer, Object> {
        private final int place;

        NumberCell(int place) {
            this.place = place;
        }

        @Override
        protected void updateItem(Object row, boolean empty) {
            super.updateItem(row, empty);
            boolean there = !empty
                    && row instanceof Integer number
                    && slice.isPresent()
                    && number < slice.get().rows()
                    && first + place < slice.get().columns();
            float value = there ? slice.orElseThrow().value((Integer) row, first + place) : 0;
            setText(there ? write.apply(value) : "");
            pseudoClassStateChanged(STRANGE, !Float.isFinite(value));
        }
    }

    /** The row numbers from 0 on, without holding them. */
    private static final class Rows extends AbstractList<Integer> {
        private final int size;

        Rows(int size) {
            this.size = size;
        }

        @Override
        public Integer get(int index) {
            return index;
        }

        @Override
        public int size() {
            return size;
        }
    }
}
