package jimu.app.inspector;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;

/** The statistics of a tensor, each number under its name. */
final class StatisticsView extends GridPane {
    private static final int COLUMNS = 3;
    private static final double WHOLE = 100;

    private final Label minimum = number("minimum", 0, 0, 1);
    private final Label maximum = number("maximum", 1, 0, 1);
    private final Label mean = number("mean", 2, 0, 1);
    private final Label deviation = number("deviation", 0, 1, 2);
    private final Label type = number("type", 2, 1, 1);
    private final Label shape = number("shape", 0, 2, 2);
    private final Label count = number("count", 2, 2, 1);
    private final Label warning = new Label();

    StatisticsView() {
        setId("tensors-statistics");
        getStyleClass().add("statistics");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(WHOLE / COLUMNS);
            getColumnConstraints().add(column);
        }
        warning.getStyleClass().add("statistics-warning");
        warning.setWrapText(true);
        warning.managedProperty().bind(warning.visibleProperty());
        add(warning, 0, 3, COLUMNS, 1);
    }

    void show(TensorReading reading) {
        Statistics numbers = reading.statistics();
        minimum.setText(reading.text(numbers.min()));
        maximum.setText(reading.text(numbers.max()));
        mean.setText(Numbers.measured(numbers.mean()));
        deviation.setText(Numbers.measured(numbers.deviation()));
        type.setText(reading.dtype().label());
        shape.setText(reading.shape().toString());
        count.setText(Numbers.grouped(numbers.count()));
        warning.setText(
                Texts.of("tensors.strange", Numbers.grouped(numbers.nans()), Numbers.grouped(numbers.infinities())));
        warning.setVisible(numbers.finite() < numbers.count());
    }

    private Label number(String key, int column, int row, int columns) {
        Label label = new Label(Texts.of("tensors." + key));
        label.getStyleClass().add("statistics-label");
        label.setTooltip(new Tooltip(Texts.of("tensors." + key + ".tip")));
        Label number = new Label();
        number.setId("tensors-" + key);
        number.getStyleClass().add("statistics-value");
        add(new VBox(label, number), column, row, columns, 1);
        return number;
    }
}
