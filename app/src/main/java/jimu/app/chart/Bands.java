package jimu.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** The readings of a plot where they are dense: filled from the lowest to the highest. A comb of lines would look the same and take longer. */
final class Bands extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1;

    private final transient ChartFrame.Plot shown;
    private final transient ChartPalette palette;

    Bands(ChartFrame.Plot shown, ChartPalette palette) {
        this.shown = shown;
        this.palette = palette;
    }

    @Override
    public void draw(
            Graphics2D g2,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis domain,
            ValueAxis range,
            int index,
            PlotRenderingInfo info) {
        for (ChartFrame.Trace trace : shown.traces()) {
            if (trace.stroke().filled()) {
                g2.setPaint(palette.of(shown.quantity(), trace));
                g2.setStroke(ChartPalette.pen(trace.stroke()));
                Line line = trace.line();
                int from = 0;
                for (int to = 0; to <= line.size(); to++) {
                    if (to == line.size() || Double.isNaN(line.y(to))) {
                        fill(g2, line, from, to, area, domain, range);
                        from = to + 1;
                    }
                }
            }
        }
    }

    /** Fills the pairs of points from {@code from} to before {@code to}. */
    private static void fill(
            Graphics2D g2, Line line, int from, int to, Rectangle2D area, ValueAxis domain, ValueAxis range) {
        if (to - from < 2) {
            return;
        }
        Path2D path = new Path2D.Double();
        for (int high = from + 1; high < to; high += 2) {
            add(path, line, high, area, domain, range);
        }
        for (int low = from + (to - from) / 2 * 2 - 2; low >= from; low -= 2) {
            add(path, line, low, area, domain, range);
        }
        path.closePath();
        g2.fill(path);
        g2.draw(path);
    }

    private static void add(Path2D path, Line line, int point, Rectangle2D area, ValueAxis domain, ValueAxis range) {
        double x = domain.valueToJava2D(line.x(point), area, RectangleEdge.BOTTOM);
        double y = range.valueToJava2D(line.y(point), area, RectangleEdge.LEFT);
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
