package jimu.app.chart;

import java.awt.Font;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableDoubleProperty;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.jfree.chart.axis.NumberAxis;

/** A box whose colours and size of letters for a chart come from the stylesheet, so that they follow the theme. */
class ChartColors extends StackPane {
    private static final StyleablePropertyFactory<ChartColors> FACTORY =
            new StyleablePropertyFactory<>(StackPane.getClassCssMetaData());
    private static final List<String> NAMES =
            List.of("ground", "text", "grid", "bad", "best", "validation", "loss", "metric", "rate", "norm");
    /** How many colours there are for runs. */
    static final int RUNS = 8;

    private static final double LETTERS = 11;
    private static final Map<String, CssMetaData<ChartColors, Color>> COLORS = new LinkedHashMap<>();
    private static final CssMetaData<ChartColors, Number> SIZE =
            FACTORY.createSizeCssMetaData("-chart-font-size", pane -> pane.letters, LETTERS, false);

    static {
        NAMES.forEach(ChartColors::declare);
        IntStream.range(0, RUNS).forEach(run -> declare("run-" + run));
    }

    private final Map<String, StyleableObjectProperty<Color>> colors = new LinkedHashMap<>();
    private final StyleableDoubleProperty letters =
            new SimpleStyleableDoubleProperty(SIZE, this, SIZE.getProperty(), LETTERS);

    ChartColors() {
        COLORS.forEach((name, data) ->
                colors.put(name, new SimpleStyleableObjectProperty<>(data, this, data.getProperty(), Color.GRAY)));
        getStyleClass().add("chart-colors");
    }

    private static void declare(String name) {
        COLORS.put(
                name, FACTORY.createColorCssMetaData("-chart-" + name, pane -> pane.property(name), Color.GRAY, false));
    }

    private StyleableObjectProperty<Color> property(String name) {
        StyleableObjectProperty<Color> property = colors.get(name);
        if (property == null) {
            throw new IllegalArgumentException("No colour " + name);
        }
        return property;
    }

    /** Calls back whenever a colour or the size has changed. */
    void onColors(Runnable changed) {
        colors.values().forEach(color -> color.addListener((value, old, now) -> changed.run()));
        letters.addListener((value, old, now) -> changed.run());
    }

    /** What the stylesheet says. */
    ChartPalette palette() {
        Map<Quantity, java.awt.Color> quantities = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            quantities.put(quantity, color(quantity.name().toLowerCase(Locale.ROOT)));
        }
        return new ChartPalette(
                color("ground"),
                color("text"),
                color("grid"),
                color("bad"),
                color("best"),
                color("validation"),
                quantities,
                IntStream.range(0, RUNS).mapToObj(run -> color("run-" + run)).toList(),
                new Font(Font.SANS_SERIF, Font.PLAIN, (int) Math.round(letters.get())));
    }

    /** Gives an axis the font and colours of the theme. */
    void dress(NumberAxis axis) {
        ChartDrawing.dress(axis, palette());
    }

    java.awt.Color color(String name) {
        Color color = property(name).get();
        return new java.awt.Color(
                (float) color.getRed(), (float) color.getGreen(), (float) color.getBlue(), (float) color.getOpacity());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return new ArrayList<>(FACTORY.getCssMetaData());
    }
}
