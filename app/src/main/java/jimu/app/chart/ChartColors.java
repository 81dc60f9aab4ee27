package jimu.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.jfree.chart.axis.NumberAxis;

/** A box whose colours for a chart come from the stylesheet, so that they follow the theme. */
class ChartColors extends StackPane {
    private static final StyleablePropertyFactory<ChartColors> FACTORY =
            new StyleablePropertyFactory<>(StackPane.getClassCssMetaData());
    private static final CssMetaData<ChartColors, Color> TEXT = color("-chart-text", pane -> pane.text);
    private static final CssMetaData<ChartColors, Color> GRID = color("-chart-grid", pane -> pane.grid);
    private static final CssMetaData<ChartColors, Color> LOSS = color("-chart-loss", pane -> pane.loss);
    private static final CssMetaData<ChartColors, Color> METRIC = color("-chart-metric", pane -> pane.metric);
    private static final CssMetaData<ChartColors, Color> VALIDATION =
            color("-chart-validation", pane -> pane.validation);

    private static final java.awt.Font FONT = new java.awt.Font(java.awt.Font.SANS_SERIF, java.awt.Font.PLAIN, 11);

    private final StyleableObjectProperty<Color> text = property(TEXT);
    private final StyleableObjectProperty<Color> grid = property(GRID);
    private final StyleableObjectProperty<Color> loss = property(LOSS);
    private final StyleableObjectProperty<Color> metric = property(METRIC);
    private final StyleableObjectProperty<Color> validation = property(VALIDATION);

    ChartColors() {
        getStyleClass().add("chart-colors");
    }

    /** Calls back whenever a colour has changed. */
    void onColors(Runnable changed) {
        List.of(text, grid, loss, metric, validation)
                .forEach(color -> color.addListener((value, old, now) -> changed.run()));
    }

    /** Gives an axis the font and colours of the theme. */
    void dress(NumberAxis axis) {
        axis.setLabelFont(FONT);
        axis.setTickLabelFont(FONT);
        axis.setLabelPaint(text());
        axis.setTickLabelPaint(text());
        axis.setAxisLinePaint(grid());
        axis.setTickMarkPaint(grid());
    }

    java.awt.Color text() {
        return awt(text.get(), 1);
    }

    java.awt.Color grid() {
        return awt(grid.get(), 1);
    }

    java.awt.Color loss(double opacity) {
        return awt(loss.get(), opacity);
    }

    java.awt.Color metric(double opacity) {
        return awt(metric.get(), opacity);
    }

    java.awt.Color validation() {
        return awt(validation.get(), 1);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return new ArrayList<>(FACTORY.getCssMetaData());
    }

    private static CssMetaData<ChartColors, Color> color(
            String name, Function<ChartColors, StyleableObjectProperty<Color>> property) {
        return FACTORY.createColorCssMetaData(name, property::apply, Color.GRAY, false);
    }

    private StyleableObjectProperty<Color> property(CssMetaData<ChartColors, Color> data) {
        return new SimpleStyleableObjectProperty<>(data, this, data.getProperty(), Color.GRAY);
    }

    private static java.awt.Color awt(Color color, double opacity) {
        return new java.awt.Color((float) color.getRed(), (float) color.getGreen(), (float) color.getBlue(), (float)
                (color.getOpacity() * opacity));
    }
}
