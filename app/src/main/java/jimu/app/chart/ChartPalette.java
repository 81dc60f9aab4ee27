package jimu.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;

/**
 * How a drawing looks.
 *
 * @param ground behind everything
 * @param text of numbers and names
 * @param grid of lines behind the curves
 * @param bad of what is no number
 * @param best of the best reading, where one run is drawn
 * @param validation of validations, where one run is drawn
 * @param quantities the curves' own, where one run is drawn
 * @param runs the runs' own, where not only the current one is drawn, by {@link RunNumbers#colour}
 * @param font of numbers and names
 */
record ChartPalette(
        Color ground,
        Color text,
        Color grid,
        Color bad,
        Color best,
        Color validation,
        Map<Quantity, Color> quantities,
        List<Color> runs,
        Font font) {
    private static final double PALE = 0.3;
    private static final double FILLED = 0.2;
    private static final double FULL = 0.6;
    private static final double DARK = 1.6;
    private static final int MIDDLE = 384;
    private static final double BAND = 0.055;
    private static final float THIN = 1;
    private static final float STRONG = 2;
    private static final float[] DASHED = {5, 4};

    /** The colour of a line. */
    Color of(Quantity quantity, ChartFrame.Trace trace) {
        boolean dots = trace.stroke() == ChartFrame.Stroke.DOTS || trace.stroke() == ChartFrame.Stroke.DASHES;
        Color own = dots ? validation : quantities.getOrDefault(quantity, text);
        Color color = trace.run().isPresent() ? run(trace.run().getAsInt()) : own;
        return switch (trace.stroke()) {
            case PALE -> faint(color, isDark() ? DARK * PALE : PALE);
            case BAND -> faint(color, isDark() ? DARK * FILLED : FILLED);
            case FULL -> faint(color, FULL);
            default -> color;
        };
    }

    /** The colour of what happened: the best reading in that of its run, where several are drawn. */
    Color of(ChartFrame.Flag flag) {
        return switch (flag.kind()) {
            case BEST -> flag.run().isPresent() ? run(flag.run().getAsInt()) : best;
            case DIVERGED -> bad;
            case CHANGED -> text;
        };
    }

    private Color run(int number) {
        return runs.get(RunNumbers.colour(number, runs.size()));
    }

    /** Whether the ground is dark, on which pale lines would vanish. */
    private boolean isDark() {
        return ground.getRed() + ground.getGreen() + ground.getBlue() < MIDDLE;
    }

    /** The pen of a line. */
    static BasicStroke pen(ChartFrame.Stroke stroke) {
        return switch (stroke) {
            case PALE, BAND, FULL -> new BasicStroke(THIN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            case STRONG -> new BasicStroke(STRONG, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            case DOTS, DASHES ->
                new BasicStroke(THIN * 1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHED, 0);
        };
    }

    /** Of every second epoch. */
    Color band() {
        return faint(text, BAND);
    }

    /** How large a text is. */
    Rectangle2D size(String text) {
        return font.getStringBounds(text, new FontRenderContext(null, true, true));
    }

    /** A colour that lets shine through what lies below. */
    static Color faint(Color color, double opacity) {
        return new Color(
                color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(opacity * color.getAlpha()));
    }
}
