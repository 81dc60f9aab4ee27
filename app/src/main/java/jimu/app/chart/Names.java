package jimu.app.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;

/** The name of a plot that is too low for it beside the axis: within it, in the corner through which the fewest lines run. */
final class Names extends Overlay {
    private static final long serialVersionUID = 1;
    private static final double INSIDE = 4;
    private static final double VEIL = 0.75;

    private final transient ChartFrame.Plot shown;
    private final transient ChartPalette palette;

    /** A corner of a plot. */
    private record Corner(float x, float y, TextAnchor anchor) {}

    Names(ChartFrame.Plot shown, ChartPalette palette) {
        this.shown = shown;
        this.palette = palette;
    }

    @Override
    void draw(Graphics2D g2, Place place) {
        g2.setFont(palette.font().deriveFont(Font.BOLD));
        Rectangle2D area = place.area();
        float left = (float) (area.getMinX() + INSIDE);
        float right = (float) (area.getMaxX() - INSIDE);
        float top = (float) area.getMinY() + 1;
        float bottom = (float) area.getMaxY() - 1;
        Corner free = List.of(
                        new Corner(right, top, TextAnchor.TOP_RIGHT),
                        new Corner(right, bottom, TextAnchor.BOTTOM_RIGHT),
                        new Corner(left, top, TextAnchor.TOP_LEFT),
                        new Corner(left, bottom, TextAnchor.BOTTOM_LEFT))
                .stream()
                .min(Comparator.comparingInt(corner -> crossed(bounds(g2, corner), place)))
                .orElseThrow();
        g2.setPaint(ChartPalette.faint(palette.ground(), VEIL));
        g2.fill(bounds(g2, free));
        g2.setPaint(palette.text());
        TextUtils.drawAlignedString(shown.label(), g2, free.x(), free.y(), free.anchor());
    }

    private Rectangle2D bounds(Graphics2D g2, Corner corner) {
        return TextUtils.calcAlignedStringBounds(shown.label(), g2, corner.x(), corner.y(), corner.anchor());
    }

    /** How many pieces of lines run through a part of the plot. */
    private int crossed(Rectangle2D part, Place place) {
        int crossed = 0;
        for (ChartFrame.Trace trace : shown.traces()) {
            Line line = trace.line();
            for (int i = 1; i < line.size(); i++) {
                if (part.intersectsLine(
                        place.x(line.x(i - 1)), place.y(line.y(i - 1)), place.x(line.x(i)), place.y(line.y(i)))) {
                    crossed++;
                }
            }
        }
        return crossed;
    }
}
