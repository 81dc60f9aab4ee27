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

    StatisticsView() {
        setId("tensors-statistics");
        getStyleClass().add("statistics");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(WHOLE / COLUMNS);
            getColumnConstraints().add(column);
        }
    }

    void show(TensorReading reading) {
        Statistics numbers = reading.statistics();
        getChildren().clear();
        add(entry("minimum", reading.text(numbers.min())), 0, 0);
        add(entry("maximum", reading.text(numbers.max())), 1, 0);
        add(entry("mean", Numbers.measured(numbers.mean())), 2, 0);
        add(entry("deviation", Numbers.measured(numbers.deviation())), 0, 1, 2, 1);
        add(entry("type", reading.dtype().label()), 2, 1);
        add(entry("shape", reading.shape().toString()), 0, 2, 2, 1);
        add(entry("count", Numbers.grouped(numbers.count())), 2, 2);
        if (numbers.finite() < numbers.count()) {
            Label warning = new Label(Texts.of(
                    "tensors.strange", Numbers.grouped(numbers.nans()), Numbers.grouped(numbers.infinities())));
            warning.getStyleClass().add("statistics-warning");
            warning.setWrapText(true);
            add(warning, 0, 3, COLUMNS, 1);
        }
    }

    private static VBox entry(String key, String value) {
        Label label = new Label(Texts.of("tensors." + key));
        label.getStyleClass().add("statistics-label");
        label.setTooltip(new Tooltip(Texts.of("tensors." + key + ".tip")));
        Label number = new Label(value);
        number.setId("tensors-" + key);
        number.getStyleClass().add("statistics-value");
        return new VBox(label, number);
    }
}
