package jimu.app.chart;

import java.awt.geom.Ellipse2D;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jimu.app.fx.plot.LineData;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.DomainOrder;

/** A chart of JFreeChart that shows drawings: plots one below the other over one shared axis. */
final class ChartDrawing {
    private static final double DOT = 3.5;
    private static final int MARGIN = 4;
    private static final double GAP = 8;
    private static final double SLACK = 4;
    private static final int LINES = 3;
    private static final int LARGE = 3;
    private static final int SMALL = 2;

    static {
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private final ScaledAxis domain = new ScaledAxis();
    private final CombinedDomainXYPlot all = new CombinedDomainXYPlot(domain);
    private final Map<Quantity, XYPlot> plots = new EnumMap<>(Quantity.class);
    private final JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, all, false);

    ChartDrawing() {
        all.setGap(GAP);
        all.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(MARGIN, MARGIN, MARGIN, 3 * MARGIN));
        chart.setBackgroundPaint(null);
    }

    /** What is to be put on a canvas. */
    JFreeChart chart() {
        return chart;
    }

    /** Shows another drawing on {@code height} pixels: in a low plot words that would cover its lines stand elsewhere or are left out. */
    void show(ChartFrame frame, ChartPalette palette, double height) {
        chart.setNotify(false);
        arrange(frame.plots().stream().map(ChartFrame.Plot::quantity).toList());
        domain.lie(frame.x());
        domain.name(frame.label());
        dress(domain, palette);
        for (int i = 0; i < frame.plots().size(); i++) {
            ChartFrame.Plot shown = frame.plots().get(i);
            XYPlot plot = plot(shown.quantity());
            show(plot, shown, palette);
            double high = high(frame, shown.quantity(), palette, height);
            boolean beside = palette.size(shown.label()).getWidth() + SLACK <= high;
            boolean worded = i == 0 && LINES * palette.size(shown.label()).getHeight() <= high;
            plot.getRangeAxis().setLabel(beside ? shown.label() : null);
            plot.getRenderer().removeAnnotations();
            plot.getRenderer().addAnnotation(new Backdrop(frame, palette, worded), Layer.BACKGROUND);
            plot.getRenderer().addAnnotation(new Bands(shown, palette), Layer.BACKGROUND);
            if (!beside) {
                plot.getRenderer().addAnnotation(new Names(shown, palette), Layer.FOREGROUND);
            }
            plot.getRenderer().addAnnotation(new Signs(frame, shown, palette, worded), Layer.FOREGROUND);
        }
        chart.setNotify(true);
    }

    /** About how high a plot becomes: its part of what the numbers along the shared axis leave. */
    private static double high(ChartFrame frame, Quantity quantity, ChartPalette palette, double height) {
        int parts =
                frame.plots().stream().mapToInt(plot -> parts(plot.quantity())).sum();
        double axis = 2 * palette.size(frame.label()).getHeight();
        double free = height - 2 * MARGIN - axis - GAP * (frame.plots().size() - 1);
        return free * parts(quantity) / parts;
    }

    private void arrange(List<Quantity> wanted) {
        List<XYPlot> order = wanted.stream().map(this::plot).toList();
        if (!order.equals(all.getSubplots())) {
            List.copyOf((List<?>) all.getSubplots()).forEach(old -> all.remove((XYPlot) old));
            for (Quantity quantity : wanted) {
                all.add(plot(quantity), parts(quantity));
            }
        }
    }

    /** How many parts of the height a plot gets. */
    private static int parts(Quantity quantity) {
        return quantity.validated() ? LARGE : SMALL;
    }

    private XYPlot plot(Quantity quantity) {
        return plots.computeIfAbsent(quantity, key -> make());
    }

    private static XYPlot make() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setDefaultShape(new Ellipse2D.Double(-DOT, -DOT, 2 * DOT, 2 * DOT));
        renderer.setAutoPopulateSeriesShape(false);
        XYPlot plot = new XYPlot(new LineData(DomainOrder.ASCENDING), null, new ScaledAxis(), renderer);
        plot.setBackgroundPaint(null);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
        return plot;
    }

    private static void show(XYPlot plot, ChartFrame.Plot shown, ChartPalette palette) {
        ScaledAxis range = (ScaledAxis) plot.getRangeAxis();
        range.lie(shown.y());
        dress(range, palette);
        plot.setDomainGridlinePaint(palette.grid());
        plot.setRangeGridlinePaint(palette.grid());
        XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) plot.getRenderer();
        for (int i = 0; i < shown.traces().size(); i++) {
            ChartFrame.Trace trace = shown.traces().get(i);
            renderer.setSeriesPaint(i, palette.of(shown.quantity(), trace), false);
            renderer.setSeriesStroke(i, ChartPalette.pen(trace.stroke()), false);
            renderer.setSeriesLinesVisible(i, !trace.stroke().filled());
            renderer.setSeriesShapesVisible(i, trace.stroke() == ChartFrame.Stroke.DOTS);
        }
        ((LineData) plot.getDataset())
                .show(shown.traces().stream().map(ChartFrame.Trace::line).toList());
    }

    /** Gives an axis the font and colours of a palette. */
    static void dress(NumberAxis axis, ChartPalette palette) {
        axis.setLabelFont(palette.font());
        axis.setTickLabelFont(palette.font());
        axis.setLabelPaint(palette.text());
        axis.setTickLabelPaint(palette.text());
        axis.setAxisLinePaint(palette.grid());
        axis.setTickMarkPaint(palette.grid());
    }
}
