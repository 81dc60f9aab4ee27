package jimu.app.data;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;

/** A series as a line, each part in a colour of its own, with the largest and smallest value beside it. */
final class SeriesView extends VBox {
    private static final List<String> PARTS = List.of("train", "validation", "test");
    private static final double HEIGHT = 160;
    private static final double EDGE = 4;

    private final DataPreview.Line line;
    private final Pane area = new Pane();
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    SeriesView(DataPreview.Line line) {
        this.line = line;
        getStyleClass().add("series");
        for (float value : line.values()) {
            if (!Float.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        area.setPrefHeight(HEIGHT);
        area.setMinSize(0, 0);
        area.getStyleClass().add("series-area");
        area.widthProperty().addListener(width -> draw());
        area.heightProperty().addListener(height -> draw());
        HBox.setHgrow(area, Priority.ALWAYS);
        Region between = new Region();
        VBox.setVgrow(between, Priority.ALWAYS);
        VBox scale = new VBox(number(high), between, number(low));
        scale.setMinWidth(USE_PREF_SIZE);
        HBox chart = new HBox(scale, area);
        chart.getStyleClass().add("series-chart");
        VBox.setVgrow(chart, Priority.SOMETIMES);
        chart.setMaxHeight(HEIGHT);
        getChildren().addAll(legend(), chart);
    }

    private HBox legend() {
        HBox legend = new HBox();
        legend.getStyleClass().add("series-legend");
        int[] bounds = bounds();
        for (int part = 0; part < PARTS.size(); part++) {
            if (bounds[part + 1] > bounds[part]) {
                Region mark = new Region();
                mark.getStyleClass().addAll("series-mark", "series-" + PARTS.get(part));
                Label name = new Label(Texts.of("data.series." + PARTS.get(part), bounds[part] + 1, bounds[part + 1]));
                name.getStyleClass().add("text-small");
                legend.getChildren().addAll(mark, name);
            }
        }
        return legend;
    }

    private int[] bounds() {
        return new int[] {0, line.validation(), line.test(), line.values().length};
    }

    private void draw() {
        area.getChildren().clear();
        int[] bounds = bounds();
        for (int part = 0; part < PARTS.size(); part++) {
            Path path = new Path();
            path.getStyleClass().addAll("series-line", "series-" + PARTS.get(part));
            path.setManaged(false);
            boolean drawing = false;
            for (int row = bounds[part]; row < bounds[part + 1]; row++) {
                boolean there = !Float.isNaN(line.values()[row]);
                if (there) {
                    path.getElements().add(point(row, drawing));
                }
                drawing = there;
            }
            area.getChildren().add(path);
        }
    }

    private PathElement point(int row, boolean drawing) {
        double x = EDGE + (area.getWidth() - 2 * EDGE) * row / Math.max(1, line.values().length - 1);
        double share = high > low ? (line.values()[row] - low) / (high - low) : 0;
        double y = area.getHeight() - EDGE - (area.getHeight() - 2 * EDGE) * share;
        return drawing ? new LineTo(x, y) : new MoveTo(x, y);
    }

    private static Label number(double value) {
        Label number = new Label(Numbers.measured(value));
        number.getStyleClass().addAll("text-small", "text-muted");
        return number;
    }
}
