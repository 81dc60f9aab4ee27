package jimu.app.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import jimu.app.chart.ChartFrame.Stroke;
import jimu.app.chart.ChartFrame.Trace;
import jimu.app.text.Texts;

/** The lines above a chart's picture that say what each of its lines is, as the buttons above the chart do in the window. */
final class PictureLegend {
    private static final double MARGIN = 12;
    private static final double SWATCH = 22;
    private static final double GAP = 6;
    private static final double APART = 18;
    private static final double LINE = 1.5;

    private final ChartPalette palette;
    private final double width;
    private final List<Key> keys = new ArrayList<>();

    /** A line's look and its name. */
    private record Key(Color color, Stroke stroke, String name) {}

    /** Of a drawing that is so many pixels wide. */
    PictureLegend(ChartFrame frame, ChartPalette palette, double width) {
        this.palette = palette;
        this.width = width;
        Set<Stroke> drawn = new LinkedHashSet<>();
        frame.plots().stream()
                .filter(plot -> plot.quantity() == Quantity.LOSS)
                .flatMap(plot -> plot.traces().stream())
                .map(Trace::stroke)
                .sorted()
                .forEach(drawn::add);
        for (Stroke stroke : drawn) {
            boolean behind = stroke == Stroke.PALE || stroke.filled();
            boolean validation = stroke == Stroke.DOTS || stroke == Stroke.DASHES;
            boolean smooth = stroke == Stroke.STRONG && (drawn.contains(Stroke.PALE) || drawn.contains(Stroke.BAND));
            Stroke pen = behind ? Stroke.PALE : stroke;
            Color own = palette.of(Quantity.LOSS, new Trace(new Line(), pen, OptionalInt.empty()));
            Color plain = ChartPalette.faint(palette.text(), behind ? 0.5 : 1);
            String name = validation ? "chart.validation" : smooth ? "chart.smooth" : "chart.training";
            keys.add(new Key(frame.names().isEmpty() ? own : plain, pen, Texts.of(name)));
        }
        frame.names().forEach((run, name) -> {
            Trace strong = new Trace(new Line(), Stroke.STRONG, OptionalInt.of(run));
            keys.add(new Key(palette.of(Quantity.LOSS, strong), Stroke.STRONG, name));
        });
    }

    /** How high it is. */
    double height() {
        double[] end = {MARGIN, line()};
        keys.forEach(key -> place(key, end));
        return keys.isEmpty() ? 0 : end[1];
    }

    void draw(Graphics2D g2) {
        g2.setFont(palette.font());
        double[] end = {MARGIN, line()};
        for (Key key : keys) {
            double left = place(key, end);
            double base = end[1] - line() / 3;
            double middle = base - palette.font().getSize2D() / 3;
            g2.setPaint(key.color());
            g2.setStroke(ChartPalette.pen(key.stroke()));
            g2.draw(new Line2D.Double(left, middle, left + SWATCH, middle));
            g2.setPaint(palette.text());
            g2.drawString(key.name(), (float) (left + SWATCH + GAP), (float) base);
        }
    }

    /** Where a key begins, in a new line where it does not fit behind the last; {@code end} is where that ends, and moves on. */
    private double place(Key key, double[] end) {
        double wide = SWATCH + GAP + palette.size(key.name()).getWidth();
        if (end[0] > MARGIN && end[0] + wide > width - MARGIN) {
            end[0] = MARGIN;
            end[1] += line();
        }
        double left = end[0];
        end[0] += wide + APART;
        return left;
    }

    private double line() {
        return LINE * palette.font().getSize2D();
    }
}
