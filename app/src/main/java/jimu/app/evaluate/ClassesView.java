package jimu.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import jimu.app.fx.LazyDrawing;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.evaluate.ClassReport;
import jimu.engine.evaluate.ClassReport.Row;
import jimu.engine.evaluate.Classification;

/** Precision, recall, F1 and support of each class, and their means. */
final class ClassesView extends BorderPane {
    private static final double WIDE = 96;
    private static final double USUAL = 84;

    private final EvaluateViewModel model;
    private final TableView<Row> table = new TableView<>();

    ClassesView(EvaluateViewModel model) {
        this.model = model;
        table.setId("evaluate-classes");
        table.getStyleClass().add("dense");
        TableColumn<Row, String> name = column("evaluate.class", Row::name);
        name.getStyleClass().remove("number");
        name.setPrefWidth(WIDE);
        table.getColumns()
                .setAll(List.of(
                        name,
                        column("evaluate.precision", row -> Numbers.percent(row.precision())),
                        column("evaluate.recall", row -> Numbers.percent(row.recall())),
                        column("evaluate.f1", row -> Numbers.percent(row.f1())),
                        column("evaluate.support", row -> Numbers.grouped(row.support()))));
        setCenter(table);
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
        column.setPrefWidth("evaluate.precision".equals(key) ? WIDE : USUAL);
        return column;
    }
}
