package jimu.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import jimu.app.fx.LazyDrawing;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.evaluate.ClassReport;
import jimu.engine.evaluate.ClassReport.Row;
import jimu.engine.evaluate.Classification;
import org.jspecify.annotations.Nullable;

/** Precision, recall, F1 and support of each class, and their means. */
final class ClassesView extends BorderPane {
    /** What a cell has beside its words. */
    private static final double ROOM = 9;

    /** Of so many rows at the end, where the means are, columns are as wide as they need. */
    private static final int MEASURED = 200;

    /** Of a name at least so much is seen where the room is short, in widths of a letter. */
    private static final double LEAST_NAME = 5;

    private final EvaluateViewModel model;
    private final TableView<Row> table = new TableView<>();
    private final TableColumn<Row, String> name;

    /** Never seen; has the font that the table has. */
    private final Label probe = new Label();

    ClassesView(EvaluateViewModel model) {
        this.model = model;
        table.setId("evaluate-classes");
        table.getStyleClass().add("dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        name = column("evaluate.class", Row::name);
        name.getStyleClass().remove("number");
        name.setCellFactory(column -> new NameCell());
        table.getColumns()
                .setAll(List.of(
                        name,
                        column("evaluate.precision", row -> Numbers.percent(row.precision())),
                        column("evaluate.recall", row -> Numbers.percent(row.recall())),
                        column("evaluate.f1", row -> Numbers.percent(row.f1())),
                        column("evaluate.support", row -> Numbers.grouped(row.support()))));
        setCenter(table);
        getStyleClass().add("classes");
        probe.setManaged(false);
        probe.setVisible(false);
        getChildren().add(probe);
        probe.fontProperty().addListener((value, old, now) -> widen());
        LazyDrawing lazy = new LazyDrawing(this, this::fill);
        model.evaluatedProperty().addListener((value, old, now) -> lazy.draw());
        Texts.follow(this, ClassesView::fill);
        lazy.draw();
    }

    private void fill() {
        List<Row> rows = new ArrayList<>();
        model.evaluatedProperty()
                .get()
                .flatMap(Evaluated::classes)
                .map(Classification::report)
                .ifPresent(report -> add(report, rows));
        table.getItems().setAll(rows);
        widen();
    }

    /** Makes each column as wide as its widest words are; names give way where that is more than there is. */
    private void widen() {
        Font font = probe.getFont();
        Font bold = Font.font(font.getFamily(), FontWeight.BOLD, font.getSize());
        for (TableColumn<Row, ?> column : table.getColumns()) {
            double widest = width(column.getText(), bold);
            int rows = table.getItems().size();
            for (int row = Math.max(0, rows - MEASURED); row < rows; row++) {
                widest = Math.max(widest, width(String.valueOf(column.getCellData(row)), font));
            }
            double needed = Math.ceil(widest) + ROOM;
            column.setMinWidth(column == name ? Math.min(needed, LEAST_NAME * font.getSize()) : needed);
            column.setMaxWidth(needed);
            column.setPrefWidth(needed);
        }
    }

    private static double width(String words, Font font) {
        Text text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    private static void add(ClassReport report, List<Row> rows) {
        rows.addAll(report.rows());
        rows.add(named("evaluate.macro", report.macro()));
        rows.add(named("evaluate.weighted", report.weighted()));
    }

    private static Row named(String key, Row mean) {
        return new Row(Texts.of(key), mean.precision(), mean.recall(), mean.f1(), mean.support());
    }

    private static TableColumn<Row, String> column(String key, Function<Row, String> text) {
        TableColumn<Row, String> column = new TableColumn<>();
        column.textProperty().bind(Texts.bound(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.getStyleClass().add("number");
        column.setSortable(false);
        return column;
    }

    /** A name, which is told whole over it, since it may be cut off. */
    private static final class NameCell extends TableCell<Row, String> {
        private final Tooltip whole = new Tooltip();

        @Override
        protected void updateItem(@Nullable String words, boolean nothing) {
            super.updateItem(words, nothing);
            String text = nothing || words == null ? "" : words;
            setText(text);
            whole.setText(text);
            setTooltip(text.isEmpty() ? null : whole);
        }
    }
}
