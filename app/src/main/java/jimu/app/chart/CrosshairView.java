package jimu.app.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** A line through all plots at the pointer, dots on the curves, and their values in a box beside it. */
final class CrosshairView extends Pane {
    private static final int MOST_ROWS = 14;
    private static final double DOT = 3.5;
    private static final double BESIDE = 14;
    private static final double SWATCH = 12;
    private static final double LINE = 1.36;

    private final Line line = new Line();
    private final VBox box = new VBox();
    private final Label place = new Label();
    private final Label happened = new Label();
    private final List<Row> rows = new ArrayList<>();

    /** One value. */
    private static final class Row {
        private final Rectangle swatch = new Rectangle(SWATCH, 3);
        private final Label name = new Label();
        private final Label value = new Label();
        private final HBox box = new HBox(swatch, name, value);
        private final Circle dot = new Circle(DOT);

        Row() {
            box.getStyleClass().add("chart-readout-row");
            box.setAlignment(Pos.CENTER_LEFT);
            name.setMinWidth(USE_PREF_SIZE);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            value.setMinWidth(USE_PREF_SIZE);
            value.getStyleClass().add("chart-readout-value");
            dot.getStyleClass().add("chart-dot");
        }
    }

    CrosshairView() {
        setMouseTransparent(true);
        line.getStyleClass().add("chart-crosshair");
        box.getStyleClass().add("chart-readout");
        place.getStyleClass().add("chart-readout-place");
        happened.getStyleClass().add("chart-readout-value");
        box.getChildren().addAll(place, happened);
        for (int i = 0; i < MOST_ROWS; i++) {
            Row row = new Row();
            rows.add(row);
            box.getChildren().add(row.box);
        }
        getChildren().add(line);
        rows.forEach(row -> getChildren().add(row.dot));
        getChildren().add(box);
        box.setId("chart-readout");
        hide();
    }

    void hide() {
        getChildren().forEach(child -> child.setVisible(false));
    }

    /** Shows values at {@code shareX} of the shared axis, beside {@code pointer}, a height. */
    void show(Readout readout, Axis x, List<PlotArea> areas, ChartPalette palette, double pointer) {
        PlotArea first = areas.get(0);
        PlotArea last = areas.get(areas.size() - 1);
        double at = Math.round(first.x() + x.share(readout.x()) * first.width()) + 0.5;
        boolean inside = at >= first.x() - 1 && at <= first.x() + first.width() + 1;
        line.setStartX(at);
        line.setEndX(at);
        line.setStartY(first.y());
        line.setEndY(last.y() + last.height());
        line.setVisible(inside);
        place.setText(readout.place());
        happened.setText(String.join("\n", readout.happened()));
        shown(happened, !readout.happened().isEmpty());
        List<Readout.Row> told = readout.rows(room(readout));
        for (int i = 0; i < MOST_ROWS; i++) {
            Row row = rows.get(i);
            boolean filled = i < told.size();
            shown(row.box, filled);
            row.dot.setVisible(false);
            if (filled) {
                fill(row, told.get(i), at, areas, palette, inside);
            }
        }
        box.setVisible(true);
        box.applyCss();
        double width = box.prefWidth(-1);
        double height = box.prefHeight(-1);
        boolean right = at + BESIDE + width <= getWidth();
        double left = right ? at + BESIDE : Math.max(0, at - BESIDE - width);
        double top = Math.max(0, Math.min(pointer - height / 2, getHeight() - height));
        box.resizeRelocate(Math.rint(left), Math.rint(top), width, height);
    }

    /** How many rows fit below what else is told. */
    private int room(Readout readout) {
        place.applyCss();
        double line = LINE * place.getFont().getSize();
        int above = 2 + readout.happened().size();
        return Math.max(1, Math.min(MOST_ROWS, (int) (getHeight() / line) - above));
    }

    private static void fill(
            Row row, Readout.Row told, double at, List<PlotArea> areas, ChartPalette palette, boolean inside) {
        ChartFrame.Trace trace = new ChartFrame.Trace(new jimu.app.chart.Line(), told.stroke(), told.run());
        java.awt.Color own = palette.of(told.quantity(), trace);
        Color color = Color.rgb(own.getRed(), own.getGreen(), own.getBlue(), own.getAlpha() / 255.0);
        row.swatch.setFill(color);
        row.name.setText(told.name());
        row.value.setText(told.text());
        row.dot.setFill(color);
        areas.stream()
                .filter(area -> area.plot().quantity() == told.quantity())
                .findFirst()
                .ifPresent(area -> {
                    double share = area.plot().y().share(told.value());
                    boolean seen = told.stroke() == ChartFrame.Stroke.STRONG && share >= 0 && share <= 1;
                    row.dot.setVisible(inside && seen);
                    row.dot.setCenterX(at);
                    row.dot.setCenterY(area.y() + (1 - share) * area.height());
                });
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Everything here is placed by hand. */
    @Override
    protected void layoutChildren() {
        box.layout();
    }
}
