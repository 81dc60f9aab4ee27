package jimu.app.fx.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
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
import jimu.app.fx.Gradual;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;

/**
 * The numbers of a slice in a table. Of the rows only those in view exist, and of the columns too: a scroll bar below moves them, so
 * that a slice of any size shows at once.
 */
public final class SliceView extends Region {
    private static final PseudoClass STRANGE = PseudoClass.getPseudoClass("strange");
    private static final double ROW = 22;
    private static final double COLUMN = 64;
    private static final double HEADER = 44;
    private static final double BAR = 12;
    private static final double FOOT = 11;
    private static final double SHORTEST = 0.1;

    private final TableView<Integer> table = new TableView<>();
    private final ScrollBar bar = new ScrollBar();
    private final List<NumberCell> cells = new ArrayList<>();
    private final Gradual gradual = new Gradual();
    private Optional<TensorSlice> slice = Optional.empty();
    private DoubleFunction<String> format = Numbers::measured;
    private int first;
    private int visible;
    private boolean undivided;
    private double divided;

    public SliceView() {
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
        Texts.follow(this, SliceView::title);
    }

    /** Shows another slice, its numbers written by {@code text}. */
    public void show(TensorSlice now, DoubleFunction<String> text) {
        format = text;
        boolean alike = slice.filter(old -> old.rows() == now.rows() && old.columns() == now.columns())
                .isPresent();
        slice = Optional.of(now);
        if (!alike) {
            table.setItems(FXCollections.observableList(new Counting(now.rows())));
            table.scrollTo(0);
            first = 0;
            undivided = true;
            requestLayout();
        }
        write();
    }

    /** Writes the numbers anew; the table's own refreshing would make every cell again. */
    private void write() {
        cells.forEach(NumberCell::write);
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
        double width = Math.min(2 * COLUMN, Math.floor((divided - HEADER - BAR) / wanted));
        if (wanted != visible) {
            visible = wanted;
            cells.clear();
            table.getColumns().setAll(List.of(header()));
            gradual.run(IntStream.range(0, wanted)
                    .<Runnable>mapToObj(place -> () -> add(place, width))
                    .toList());
        }
        table.getColumns().stream().skip(1).forEach(column -> settle(column, width));
        first = Math.min(first, all - wanted);
        bar.setValue(first);
        title();
    }

    /** Adds a column; one a pulse, since each brings a cell to every row. */
    private void add(int place, double width) {
        TableColumn<Integer, Object> column = column(place);
        settle(column, width);
        table.getColumns().add(column);
        title();
    }

    private void moveTo(int column) {
        if (column != first) {
            first = column;
            title();
            write();
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
            cells.add(this);
        }

        @Override
        protected void updateItem(Object row, boolean empty) {
            super.updateItem(row, empty);
            write();
        }

        void write() {
            boolean there = !isEmpty()
                    && getItem() instanceof Integer number
                    && slice.isPresent()
                    && number < slice.get().rows()
                    && first + place < slice.get().columns();
            float value = there ? slice.orElseThrow().value((Integer) getItem(), first + place) : 0;
            setText(there ? format.apply(value) : "");
            pseudoClassStateChanged(STRANGE, !Float.isFinite(value));
        }
    }
}
