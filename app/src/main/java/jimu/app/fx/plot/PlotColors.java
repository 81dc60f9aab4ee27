package jimu.app.fx.plot;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableDoubleProperty;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/** A box whose colours for a plot, and the size of its letters, come from the stylesheet: text, grid, and ten for lines. */
class PlotColors extends StackPane {
    /** How many colours there are for lines. */
    static final int LINES = 10;

    private static final int TEXT = 0;
    private static final int GRID = 1;
    private static final int FIRST = 2;
    private static final StyleablePropertyFactory<PlotColors> FACTORY =
            new StyleablePropertyFactory<>(StackPane.getClassCssMetaData());
    private static final List<CssMetaData<PlotColors, Color>> DATA = data();
    private static final double USUAL = 11;
    private static final CssMetaData<PlotColors, Number> SIZE =
            FACTORY.createSizeCssMetaData("-plot-font-size", pane -> pane.letters, USUAL, false);

    private final List<StyleableObjectProperty<Color>> colors = new ArrayList<>();
    private final StyleableDoubleProperty letters = new SimpleStyleableDoubleProperty(SIZE, this, "letters", USUAL);

    PlotColors() {
        getStyleClass().add("plot-colors");
        for (CssMetaData<PlotColors, Color> one : DATA) {
            colors.add(new SimpleStyleableObjectProperty<>(one, this, one.getProperty(), Color.GRAY));
        }
    }

    private static List<CssMetaData<PlotColors, Color>> data() {
        List<CssMetaData<PlotColors, Color>> all = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of("-plot-text", "-plot-grid"));
        for (int i = 1; i <= LINES; i++) {
            names.add("-plot-" + i);
        }
        for (int i = 0; i < names.size(); i++) {
            int place = i;
            all.add(FACTORY.createColorCssMetaData(names.get(i), pane -> pane.colors.get(place), Color.GRAY, false));
        }
        return List.copyOf(all);
    }

    /** The font of axes, as large as the text around in proportion. */
    Font font() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, (int) Math.round(letters.get()));
    }

    /** Calls back whenever a colour or the size of letters has changed. */
    void onColors(Runnable changed) {
        letters.addListener((value, old, now) -> changed.run());
        colors.forEach(color -> color.addListener((value, old, now) -> changed.run()));
    }

    java.awt.Color text() {
        return awt(TEXT);
    }

    java.awt.Color grid() {
        return awt(GRID);
    }

    /** A line's colour; that of the text below 0. */
    java.awt.Color line(int number) {
        return number < 0 ? text() : awt(FIRST + number % LINES);
    }

    /** The same for a swatch in a legend. */
    Color swatch(int number) {
        return colors.get(number < 0 ? TEXT : FIRST + number % LINES).get();
    }

    private java.awt.Color awt(int place) {
        Color color = colors.get(place).get();
        return new java.awt.Color(
                (float) color.getRed(), (float) color.getGreen(), (float) color.getBlue(), (float) color.getOpacity());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return new ArrayList<>(FACTORY.getCssMetaData());
    }
}
