package jimu.app.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Optional;
import jimu.app.text.Texts;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;

/** What lies over the curves of a plot: a star at the best reading, words where something happened, and triangles where readings have no place. */
final class Signs extends Overlay {
    private static final long serialVersionUID = 1;
    private static final double STAR = 7;
    private static final double TRIANGLE = 4;
    private static final double BESIDE = 4;
    private static final int ROWS = 3;

    /** The window writes letters somewhat wider than they are measured. */
    private static final double WIDER = 1.2;

    private static final int TIPS = 5;
    private static final double DENT = 0.42;

    private final transient ChartFrame frame;
    private final transient ChartFrame.Plot plot;
    private final transient ChartPalette palette;
    private final boolean worded;

    /** Of a plot in a drawing; {@code worded} says whether it is the one that has the words. */
    Signs(ChartFrame frame, ChartFrame.Plot plot, ChartPalette palette, boolean worded) {
        this.frame = frame;
        this.plot = plot;
        this.palette = palette;
        this.worded = worded;
    }

    @Override
    void draw(Graphics2D g2, Place place) {
        Rectangle2D area = place.area();
        g2.setFont(palette.font());
        float line = g2.getFontMetrics().getHeight();
        double[] free = new double[ROWS];
        Arrays.fill(free, area.getMinX());
        for (ChartFrame.Flag flag : frame.flags()) {
            double x = place.x(flag.x());
            if (flag.plot().equals(Optional.of(plot.quantity()))
                    && plot.y().scale().holds(flag.y())) {
                double y = place.y(flag.y());
                star(g2, area, star(x, y), palette.of(flag));
            }
            boolean crowd = flag.kind() == Mark.Kind.BEST && plot.several();
            if (worded && !crowd) {
                words(g2, area, flag, x, free, line);
            }
        }
        triangles(g2, place, line);
    }

    /** Draws a star whole, even one at the edge of its plot. */
    private void star(Graphics2D g2, Rectangle2D area, Shape star, Color color) {
        Shape clip = g2.getClip();
        g2.setClip(new Rectangle2D.Double(
                area.getX() - STAR, area.getY() - STAR, area.getWidth() + 2 * STAR, area.getHeight() + 2 * STAR));
        g2.setPaint(color);
        g2.fill(star);
        g2.setPaint(palette.ground());
        g2.setStroke(ChartPalette.pen(ChartFrame.Stroke.PALE));
        g2.draw(star);
        g2.setClip(clip);
    }

    /** Writes what happened beside its line, in the first row below the epochs' numbers in which nothing else stands; {@code free} tells where rows end. */
    private void words(Graphics2D g2, Rectangle2D area, ChartFrame.Flag flag, double x, double[] free, float line) {
        double width = WIDER * g2.getFontMetrics().stringWidth(flag.text());
        boolean right = x + BESIDE + width <= area.getMaxX();
        double start = right ? x + BESIDE : x - BESIDE - width;
        int row = 0;
        while (row < ROWS && start < free[row]) {
            row++;
        }
        if (row == ROWS) {
            return;
        }
        free[row] = start + width + BESIDE;
        int below = plot.noNumber().size() > 0 ? 2 : 1;
        double top = area.getMinY() + line * (row + below) + BESIDE;
        g2.setPaint(ChartPalette.faint(palette.ground(), 0.75));
        g2.fill(new Rectangle2D.Double(start - 2, top, width + 4, line));
        g2.setPaint(flag.kind() == Mark.Kind.DIVERGED ? palette.bad() : palette.text());
        TextUtils.drawAlignedString(flag.text(), g2, (float) start, (float) top, TextAnchor.TOP_LEFT);
    }

    private void triangles(Graphics2D g2, Place place, float line) {
        Rectangle2D area = place.area();
        Color own = palette.quantities().getOrDefault(plot.quantity(), palette.text());
        triangles(g2, place, plot.noNumber(), palette.bad(), -1);
        triangles(g2, place, plot.notPositive(), own, 1);
        if (plot.noNumber().size() > 0) {
            g2.setPaint(palette.bad());
            note(g2, area, Texts.of("chart.sign.number"), area.getMinY() + 2 * TRIANGLE + 1);
        }
        if (plot.notPositive().size() > 0) {
            g2.setPaint(own);
            note(g2, area, Texts.of("chart.sign.positive"), area.getMaxY() - line - 2 * TRIANGLE - 1);
        }
    }

    private static void note(Graphics2D g2, Rectangle2D area, String text, double top) {
        TextUtils.drawAlignedString(text, g2, (float) (area.getMaxX() - BESIDE), (float) top, TextAnchor.TOP_RIGHT);
    }

    /** Triangles that point up out of the plot, or down. */
    private static void triangles(Graphics2D g2, Place place, Line points, Color color, int down) {
        g2.setPaint(color);
        double edge = down > 0 ? place.area().getMaxY() : place.area().getMinY();
        for (int i = 0; i < points.size(); i++) {
            double x = place.x(points.x(i));
            Path2D triangle = new Path2D.Double();
            triangle.moveTo(x, edge - down);
            triangle.lineTo(x - TRIANGLE, edge - down * 2 * TRIANGLE);
            triangle.lineTo(x + TRIANGLE, edge - down * 2 * TRIANGLE);
            triangle.closePath();
            g2.fill(triangle);
        }
    }

    private static Shape star(double x, double y) {
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 2 * TIPS; i++) {
            double radius = i % 2 == 0 ? STAR : STAR * DENT;
            double angle = Math.PI * i / TIPS - Math.PI / 2;
            double tipX = x + radius * Math.cos(angle);
            double tipY = y + radius * Math.sin(angle);
            if (i == 0) {
                star.moveTo(tipX, tipY);
            } else {
                star.lineTo(tipX, tipY);
            }
        }
        star.closePath();
        return star;
    }
}
