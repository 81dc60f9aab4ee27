package jimu.app.fx.tensor;

import java.util.function.DoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import jimu.app.fx.Words;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.shape.TensorType;

/** The statistics of a tensor, each number under its name. */
public final class StatisticsView extends GridPane {
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

    public StatisticsView() {
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

    /** Shows the statistics of a tensor of that type, its extremes written by {@code text}. */
    public void show(Statistics numbers, TensorType tensor, DoubleFunction<String> text) {
        minimum.setText(text.apply(numbers.min()));
        maximum.setText(text.apply(numbers.max()));
        mean.setText(Numbers.measured(numbers.mean()));
        deviation.setText(Numbers.measured(numbers.deviation()));
        type.setText(tensor.dtype().label());
        shape.setText(tensor.shape().toString());
        count.setText(Numbers.grouped(numbers.count()));
        warning.setText(
                Texts.of("tensors.strange", Numbers.grouped(numbers.nans()), Numbers.grouped(numbers.infinities())));
        warning.setVisible(numbers.finite() < numbers.count());
    }

    private Label number(String key, int column, int row, int columns) {
        Label label = Words.label("tensors." + key);
        label.getStyleClass().add("statistics-label");
        label.setTooltip(Words.tooltip("tensors." + key + ".tip"));
        Label number = new Label();
        number.setId("tensors-" + key);
        number.getStyleClass().add("statistics-value");
        add(new VBox(label, number), column, row, columns, 1);
        return number;
    }
}
