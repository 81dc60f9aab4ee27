package jimu.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;

/** What lies behind the curves: the epochs as bands, with their numbers in the first plot, and lines where something happened. */
final class Backdrop extends Overlay {
    private static final long serialVersionUID = 1;
    private static final double ABOVE = 2;
    private static final BasicStroke DASHES =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {4, 3}, 0);

    private final transient ChartFrame frame;
    private final transient ChartPalette palette;
    private final boolean numbered;

    /** Of a drawing; {@code numbered} says whether it is in the plot that has the numbers. */
    Backdrop(ChartFrame frame, ChartPalette palette, boolean numbered) {
        this.frame = frame;
        this.palette = palette;
        this.numbered = numbered;
    }

    @Override
    void draw(Graphics2D g2, Place place) {
        Rectangle2D area = place.area();
        List<EpochBands.Band> bands = frame.bands();
        g2.setFont(palette.font());
        for (EpochBands.Band band : bands) {
            double from = place.x(band.from());
            double to = place.x(band.to());
            if (band.shaded()) {
                g2.setPaint(palette.band());
                g2.fill(new Rectangle2D.Double(from, area.getMinY(), to - from, area.getHeight()));
            }
            if (numbered && !band.label().isEmpty()) {
                g2.setPaint(ChartPalette.faint(palette.text(), 0.8));
                TextUtils.drawAlignedString(
                        band.label(),
                        g2,
                        (float) ((from + to) / 2),
                        (float) (area.getMinY() + ABOVE),
                        TextAnchor.TOP_CENTER);
            }
        }
        for (ChartFrame.Flag flag : frame.flags()) {
            double x = place.x(flag.x());
            Color color = palette.of(flag);
            g2.setPaint(flag.kind() == Mark.Kind.BEST ? ChartPalette.faint(color, 0.7) : color);
            g2.setStroke(DASHES);
            g2.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
        }
    }
}
