package jimu.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.app.chart.ChartFrame.Stroke;
import jimu.app.chart.FrameMaker.DrawnRun;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;

/**
 * The values of all curves at a place of the shared axis.
 *
 * @param x the place of the nearest step
 * @param place which step, epoch and time that is
 * @param rows the values
 * @param happened what happened there
 */
record Readout(double x, String place, List<Row> rows, List<String> happened) {
    /**
     * A curve's value.
     *
     * @param quantity whose plot it is in
     * @param stroke how it is drawn
     * @param run the colour of its run, where there are several
     * @param name what it is called
     * @param text the value as a person reads it
     * @param value itself
     */
    record Row(Quantity quantity, Stroke stroke, OptionalInt run, String name, String text, double value) {}

    /** All rows if there is room for {@code most} of them, else those of strong lines, as far as there is. */
    List<Row> rows(int most) {
        return rows.size() <= most
                ? rows
                : rows.stream()
                        .filter(row -> row.stroke() == Stroke.STRONG)
                        .limit(most)
                        .toList();
    }

    /** At {@code x} of the runs that are shown; {@code near} is how far away something that happened is still told. Empty where nothing is. */
    static Optional<Readout> at(double x, double near, ChartFrame frame, List<DrawnRun> runs, ChartOptions options) {
        XAxis axis = options.axisProperty().get();
        List<Row> rows = new ArrayList<>();
        Optional<String> place = Optional.empty();
        double snapped = x;
        for (DrawnRun run : runs) {
            RunCurves curves = run.curves();
            int at = nearest(curves, curves.training(), axis, x);
            if (at < 0) {
                continue;
            }
            if (place.isEmpty()) {
                snapped = curves.x(axis, curves.training(), at);
                place = Optional.of(place(curves, at));
            }
            for (ChartFrame.Plot plot : frame.plots()) {
                rows(run, plot, at, options, rows);
            }
        }
        double here = snapped;
        List<String> happened = frame.flags().stream()
                .filter(flag -> Math.abs(frame.x().share(flag.x()) - frame.x().share(here)) <= near)
                .map(ChartFrame.Flag::text)
                .toList();
        return place.map(text -> new Readout(here, text, rows, happened));
    }

    private static void rows(DrawnRun run, ChartFrame.Plot plot, int at, ChartOptions options, List<Row> rows) {
        Quantity quantity = plot.quantity();
        RunCurves curves = run.curves();
        Pyramid series = curves.training().channel(quantity.channel());
        String name =
                run.colour().isPresent() ? Texts.of("chart.run.value", curves.name(), plot.label()) : plot.label();
        boolean smooth = options.smooths() && quantity != Quantity.RATE;
        if (options.readingsProperty().get() || quantity == Quantity.RATE) {
            Stroke stroke = smooth ? Stroke.PALE : Stroke.STRONG;
            add(rows, run, plot, stroke, name, series.at(at));
        }
        if (smooth) {
            double mean = Smoothing.at(series, at, options.weight());
            add(rows, run, plot, Stroke.STRONG, Texts.of("chart.value.smooth", name), mean);
        }
        Strand scores = curves.validation();
        if (options.validationProperty().get() && quantity.validated() && scores.size() > 0) {
            double step = curves.training().step(at);
            int next = scores.placeOfStep(step, 0);
            boolean before =
                    next == scores.size() || (next > 0 && scores.step(next) - step > step - scores.step(next - 1));
            double value = scores.channel(quantity.channel()).at(before ? next - 1 : next);
            add(rows, run, plot, Stroke.DOTS, Texts.of("chart.value.validation", name), value);
        }
    }

    private static void add(
            List<Row> rows, DrawnRun run, ChartFrame.Plot plot, Stroke stroke, String name, double value) {
        rows.add(new Row(plot.quantity(), stroke, run.colour(), name, text(plot, value), value));
    }

    private static String text(ChartFrame.Plot plot, double value) {
        if (plot.y().form() == Axis.Form.SHARE && !Double.isNaN(value)) {
            return Numbers.percent(value);
        }
        return plot.quantity() == Quantity.RATE && Double.isFinite(value)
                ? Numbers.rate((float) value)
                : Numbers.measured(value);
    }

    private static String place(RunCurves curves, int at) {
        double step = curves.training().step(at);
        long epoch = (long) Math.ceil(step / curves.stepsPerEpoch());
        return Texts.of(
                "chart.place",
                Numbers.grouped((long) step),
                Numbers.grouped(epoch),
                Numbers.duration(curves.training().seconds(at)));
    }

    /** The place of a strand that lies nearest; −1 where it has none there. */
    private static int nearest(RunCurves curves, Strand strand, XAxis axis, double x) {
        if (strand.size() == 0) {
            return -1;
        }
        int after = Math.min(strand.size() - 1, curves.place(axis, strand, x, 0));
        boolean before = after > 0 && x - curves.x(axis, strand, after - 1) < curves.x(axis, strand, after) - x;
        return before ? after - 1 : after;
    }
}
