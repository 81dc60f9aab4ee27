package jimu.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** The readings of a plot where they are dense: filled from the lowest to the highest. A comb of lines would look the same and take longer. */
final class Bands extends Overlay {
    private static final long serialVersionUID = 1;

    private final transient ChartFrame.Plot shown;
    private final transient ChartPalette palette;

    Bands(ChartFrame.Plot shown, ChartPalette palette) {
        this.shown = shown;
        this.palette = palette;
    }

    @Override
    void draw(Graphics2D g2, Place place) {
        for (ChartFrame.Trace trace : shown.traces()) {
            if (trace.stroke().filled()) {
                g2.setPaint(palette.of(shown.quantity(), trace));
                g2.setStroke(ChartPalette.pen(trace.stroke()));
                Line line = trace.line();
                int from = 0;
                for (int to = 0; to <= line.size(); to++) {
                    if (to == line.size() || Double.isNaN(line.y(to))) {
                        fill(g2, line, from, to, place);
                        from = to + 1;
                    }
                }
            }
        }
    }

    /** Fills the pairs of points from {@code from} to before {@code to}. */
    private static void fill(Graphics2D g2, Line line, int from, int to, Place place) {
        if (to - from < 2) {
            return;
        }
        Path2D path = new Path2D.Double();
        for (int high = from + 1; high < to; high += 2) {
            add(path, line, high, place);
        }
        for (int low = from + (to - from) / 2 * 2 - 2; low >= from; low -= 2) {
            add(path, line, low, place);
        }
        path.closePath();
        g2.fill(path);
        g2.draw(path);
    }

    private static void add(Path2D path, Line line, int point, Place place) {
        double x = place.x(line.x(point));
        double y = place.y(line.y(point));
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }
}
