package jimu.app.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jimu.app.chart.ChartFrame.Plot;
import jimu.app.chart.ChartFrame.Stroke;
import jimu.app.chart.ChartFrame.Trace;
import jimu.app.chart.FrameMaker.DrawnRun;
import jimu.app.text.MetricText;
import jimu.app.text.Texts;

/** Makes the plots of one drawing; all their lines share its 4,000 points. */
final class PlotMaker {
    /** With more runs than this single readings are left out, with more than the second validations too. */
    private static final int FEW = 4;

    private static final int SOME = 24;
    private static final int READINGS = 3;
    private static final int SMOOTHED = 2;
    private static final int OTHERS = 1;
    private static final int LOST = 120;
    private static final int MANY_DOTS = 25;
    private static final double MARGIN = 0.06;
    private static final double LEAST = 1e-8;
    private static final double LEAST_SHARE = 0.01;

    private final List<DrawnRun> runs;
    private final ChartOptions options;
    private final Zoom zoom;
    private final Axis x;
    private final XAxis counted;
    private final Optional<MetricText> metric;
    private final boolean readings;
    private final boolean validations;
    private final int unit;

    PlotMaker(
            List<DrawnRun> runs,
            ChartOptions options,
            Zoom zoom,
            Axis x,
            List<Quantity> quantities,
            Optional<MetricText> metric) {
        this.runs = runs;
        this.options = options;
        this.zoom = zoom;
        this.x = x;
        this.metric = metric;
        counted = options.axisProperty().get();
        readings = options.readingsProperty().get() && (runs.size() <= FEW || !options.smooths());
        validations = options.validationProperty().get() && runs.size() <= SOME;
        int parts = runs.size() * quantities.stream().mapToInt(this::parts).sum();
        unit = (ChartFrame.MOST_POINTS - LOST * quantities.size()) / Math.max(1, parts);
    }

    /** How many shares of the points a run's lines in a plot get. */
    private int parts(Quantity quantity) {
        if (quantity == Quantity.RATE) {
            return OTHERS;
        }
        int curves = (readings ? READINGS : 0) + (options.smooths() ? SMOOTHED : 0);
        boolean validated = validations && quantity.validated();
        return curves + (validated ? OTHERS : 0);
    }

    Plot plot(Quantity quantity) {
        Axis.Form form =
                quantity == Quantity.METRIC && metric.filter(MetricText::share).isPresent()
                        ? Axis.Form.SHARE
                        : Axis.Form.NUMBER;
        Scale scale = options.yScale(form);
        Lost lost = new Lost(x);
        List<Trace> traces = new ArrayList<>();
        for (DrawnRun run : runs) {
            boolean same = quantity != Quantity.METRIC
                    || run.curves().metric().equals(runs.get(0).curves().metric());
            if (same) {
                draw(run, quantity, scale, traces, lost);
            }
        }
        traces.sort(Comparator.comparing(Trace::stroke));
        Span shown = zoom.y(quantity).orElseGet(() -> span(traces, scale, form));
        return new Plot(
                quantity,
                name(quantity, metric),
                new Axis(shown, scale, form),
                traces,
                lost.noNumber(),
                lost.notPositive());
    }

    private void draw(DrawnRun run, Quantity quantity, Scale scale, List<Trace> traces, Lost lost) {
        RunCurves curves = run.curves();
        Thinning steps = new Thinning(curves, curves.training(), counted, x, scale);
        int channel = quantity.channel();
        if (quantity == Quantity.RATE) {
            traces.add(new Trace(steps.readings(channel, OTHERS * unit, lost), Stroke.STRONG, run.colour()));
            return;
        }
        if (readings) {
            int most = READINGS * unit;
            boolean dense = steps.isDense(most);
            Line line = dense ? steps.band(channel, most, lost) : steps.readings(channel, most, lost);
            Stroke behind = dense ? Stroke.BAND : Stroke.PALE;
            Stroke alone = dense ? Stroke.FULL : Stroke.STRONG;
            traces.add(new Trace(line, options.smooths() ? behind : alone, run.colour()));
        }
        if (options.smooths()) {
            Line smooth = steps.smooth(channel, SMOOTHED * unit, options.weight());
            traces.add(new Trace(smooth, Stroke.STRONG, run.colour()));
        }
        if (validations && quantity.validated()) {
            Thinning scores = new Thinning(curves, curves.validation(), counted, x, scale);
            Stroke stroke = scores.places() <= MANY_DOTS ? Stroke.DOTS : Stroke.DASHES;
            traces.add(new Trace(scores.readings(channel, OTHERS * unit, lost), stroke, run.colour()));
        }
    }

    /** What a plot is called. */
    static String name(Quantity quantity, Optional<MetricText> metric) {
        return quantity == Quantity.METRIC
                ? metric.map(MetricText::heading).orElse("")
                : Texts.of("chart." + quantity.name().toLowerCase(Locale.ROOT));
    }

    /** What holds all that is drawn, and a little more; values that hardly differ are not stretched over the whole height. */
    private Span span(List<Trace> traces, Scale scale, Axis.Form form) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Trace trace : traces) {
            Line line = trace.line();
            for (int i = 0; i < line.size(); i++) {
                double share = x.share(line.x(i));
                if (scale.holds(line.y(i)) && share >= 0 && share <= 1) {
                    low = Math.min(low, scale.forward(line.y(i)));
                    high = Math.max(high, scale.forward(line.y(i)));
                }
            }
        }
        if (low > high) {
            return new Span(scale == Scale.LOG ? -1 : 0, 1);
        }
        double least =
                scale == Scale.LOG ? 0.1 : Math.max(LEAST, LEAST_SHARE * Math.max(Math.abs(low), Math.abs(high)));
        double lack = Math.max(0, least - (high - low)) / 2;
        double margin = MARGIN * Math.max(least, high - low);
        double from = low - lack - margin;
        double to = high + lack + margin;
        if (form == Axis.Form.SHARE && low >= 0 && high <= 1) {
            return new Span(Math.max(-margin / 4, from), Math.min(1 + margin / 4, to));
        }
        return new Span(from, to);
    }
}
