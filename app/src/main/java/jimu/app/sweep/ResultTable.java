package jimu.app.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import jimu.app.fx.Words;
import jimu.app.text.Texts;
import jimu.engine.sweep.SweepResult;
import jimu.engine.sweep.ValuesText;

/** The columns of a sweep's table: number, knobs, measures, state; numbers are sorted as numbers. */
final class ResultTable {
    private static final int WIDE = 0x2E80;
    private static final double LEAST = 72;
    private static final double MARGIN = 26;
    private static final double LETTER = 8;

    private ResultTable() {}

    static TableView<SweepResult> of(SweepViewModel model) {
        TableView<SweepResult> table = new TableView<>();
        table.setId("sweep-table");
        table.getStyleClass().add("dense");
        SortedList<SweepResult> sorted = new SortedList<>(model.results());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        Label empty = Words.label("sweep.empty");
        empty.getStyleClass().add("empty");
        empty.setWrapText(true);
        table.setPlaceholder(empty);
        model.knobsProperty().addListener((value, old, now) -> columns(table, model));
        ObservableValue<Optional<String>> metric = Bindings.createObjectBinding(
                model.parallel()::metric, model.parallel().versionProperty());
        metric.addListener((value, old, now) -> columns(table, model));
        table.setUserData(metric);
        columns(table, model);
        return table;
    }

    /** Has the columns in the language now spoken. */
    static void columns(TableView<SweepResult> table, SweepViewModel model) {
        List<TableColumn<SweepResult, ?>> columns = new ArrayList<>();
        columns.add(numbers(
                Texts.of("sweep.column.number"),
                result -> (double) result.number(),
                value -> Long.toString(Math.round(value))));
        columns.add(state());
        for (String knob : model.knobsProperty().get()) {
            columns.add(knob(knob));
        }
        for (Measure measure : Measure.values()) {
            if (measure != Measure.LAST_LOSS && measure != Measure.TEST_LOSS) {
                columns.add(numbers(
                        measure.title(model.parallel().metric()),
                        measure::of,
                        value -> measure.text(value, model.parallel().metric())));
            }
        }
        table.getColumns().setAll(columns);
    }

    /** Wide enough for its heading, and for a number at least. */
    private static double width(String title) {
        double letters = title.codePoints().map(letter -> letter > WIDE ? 2 : 1).sum();
        return Math.max(LEAST, MARGIN + LETTER * letters);
    }

    private static TableColumn<SweepResult, Object> knob(String name) {
        TableColumn<SweepResult, Object> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(
                Optional.ofNullable(row.getValue().values().get(name)).orElse("")));
        column.setCellFactory(view -> cell(ValuesText::of));
        column.setComparator((one, other) -> one instanceof Number first && other instanceof Number second
                ? Double.compare(first.doubleValue(), second.doubleValue())
                : ValuesText.of(one).compareTo(ValuesText.of(other)));
        column.getStyleClass().add("number");
        column.setPrefWidth(width(name));
        return column;
    }

    private static TableColumn<SweepResult, Double> numbers(
            String title, Function<SweepResult, Double> number, Function<Double, String> text) {
        TableColumn<SweepResult, Double> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(number.apply(row.getValue())));
        column.setCellFactory(view -> cell(text));
        column.setComparator(
                Comparator.comparing((Double value) -> value.isNaN()).thenComparing(Comparator.naturalOrder()));
        column.getStyleClass().add("number");
        column.setPrefWidth(width(title));
        return column;
    }

    private static TableColumn<SweepResult, SweepResult> state() {
        TableColumn<SweepResult, SweepResult> column = new TableColumn<>(Texts.of("sweep.column.state"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(view -> cell(result -> result.message().isEmpty()
                ? ResultText.state(result)
                : ResultText.state(result) + ": " + result.message()));
        column.setComparator(Comparator.comparing(SweepResult::state));
        column.getStyleClass().add("words");
        column.setPrefWidth(120);
        return column;
    }

    private static <T> TableCell<SweepResult, T> cell(Function<T, String> text) {
        return new TableCell<>() {
            @Override
            protected void updateItem(T value, boolean empty) {
                super.updateItem(value, empty);
                setText(empty || value == null ? "" : text.apply(value));
            }
        };
    }
}
