package jimu.app.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;

/** The names of a small plot's axes, within it: its own at the upper left, the shared one's at the lower right. */
final class Names extends Overlay {
    private static final long serialVersionUID = 1;
    private static final float INSIDE = 4;
    private static final double VEIL = 0.75;

    private final String own;
    private final String shared;
    private final transient ChartPalette palette;

    /** The shared axis may go without a name. */
    Names(String own, String shared, ChartPalette palette) {
        this.own = own;
        this.shared = shared;
        this.palette = palette;
    }

    @Override
    void draw(Graphics2D g2, Place place) {
        Rectangle2D area = place.area();
        g2.setFont(palette.font().deriveFont(Font.BOLD));
        write(g2, own, (float) area.getMinX() + INSIDE, (float) area.getMinY() + 1, TextAnchor.TOP_LEFT);
        g2.setFont(palette.font());
        if (!shared.isEmpty()) {
            write(g2, shared, (float) area.getMaxX() - INSIDE, (float) area.getMaxY() - 2, TextAnchor.BOTTOM_RIGHT);
        }
    }

    private void write(Graphics2D g2, String text, float x, float y, TextAnchor anchor) {
        g2.setPaint(ChartPalette.faint(palette.ground(), VEIL));
        g2.fill(TextUtils.calcAlignedStringBounds(text, g2, x, y, anchor));
        g2.setPaint(palette.text());
        TextUtils.drawAlignedString(text, g2, x, y, anchor);
    }
}
