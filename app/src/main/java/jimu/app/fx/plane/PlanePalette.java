package jimu.app.fx.plane;

import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A box whose colours for classes and values come from the stylesheet, so that they follow the theme. */
abstract class PlanePalette extends Region {
    private static final StyleablePropertyFactory<PlanePalette> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final int CLASSES = 6;
    private static final int BYTE = 255;
    private static final List<CssMetaData<PlanePalette, Color>> COLORS = metaData();
    private static final CssMetaData<PlanePalette, Color> NEUTRAL =
            FACTORY.createColorCssMetaData("-plane-neutral", pane -> pane.neutral, Color.WHITE, false);
    private static final CssMetaData<PlanePalette, Color> LINE =
            FACTORY.createColorCssMetaData("-plane-line", pane -> pane.line, Color.GRAY, false);

    private final List<StyleableObjectProperty<Color>> classes = new ArrayList<>();
    private final StyleableObjectProperty<Color> neutral = property(NEUTRAL, Color.WHITE);
    private final StyleableObjectProperty<Color> line = property(LINE, Color.GRAY);

    PlanePalette() {
        getStyleClass().add("plane-colors");
        COLORS.forEach(color -> classes.add(property(color, Color.GRAY)));
    }

    /** Calls back whenever a colour has changed. */
    final void onColors(Runnable changed) {
        List<StyleableObjectProperty<Color>> all = new ArrayList<>(classes);
        all.addAll(List.of(neutral, line));
        all.forEach(color -> color.addListener((value, old, now) -> changed.run()));
    }

    /** The colours as they are now. */
    final PlaneColors colors() {
        return new PlaneColors(
                classes.stream().mapToInt(color -> argb(color.get())).toArray(), argb(neutral.get()));
    }

    /** The colour of axes and outlines. */
    final Color line() {
        return line.get();
    }

    /** The colour of what is undecided. */
    final Color neutral() {
        return neutral.get();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return new ArrayList<>(FACTORY.getCssMetaData());
    }

    private static List<CssMetaData<PlanePalette, Color>> metaData() {
        List<CssMetaData<PlanePalette, Color>> colors = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            int number = i;
            colors.add(FACTORY.createColorCssMetaData(
                    "-plane-" + (i + 1), pane -> pane.classes.get(number), Color.GRAY, false));
        }
        return colors;
    }

    private StyleableObjectProperty<Color> property(CssMetaData<PlanePalette, Color> data, Color initial) {
        return new SimpleStyleableObjectProperty<>(data, this, data.getProperty(), initial);
    }

    /** A colour as a number, and back by {@link #color}. */
    private static int argb(Color color) {
        return BYTE << 24
                | (int) Math.round(color.getRed() * BYTE) << 16
                | (int) Math.round(color.getGreen() * BYTE) << 8
                | (int) Math.round(color.getBlue() * BYTE);
    }

    static Color color(int argb) {
        return Color.rgb(argb >>> 16 & BYTE, argb >>> 8 & BYTE, argb & BYTE);
    }
}
