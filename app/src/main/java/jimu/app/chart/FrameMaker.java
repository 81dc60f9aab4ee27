package jimu.app.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import jimu.app.text.MetricText;
import jimu.app.text.Texts;

/** Makes one drawing out of runs, a person's choices and the part that is looked at. */
final class FrameMaker {
    private static final double LETTER = 7;
    private static final double LEAST_POSITIVE = 1e-9;

    private final List<DrawnRun> runs;
    private final ChartOptions options;
    private final Zoom zoom;

    /**
     * A run that is shown.
     *
     * @param curves its own
     * @param colour its number among the colours of runs; empty where only the current one is drawn
     */
    record DrawnRun(RunCurves curves, OptionalInt colour) {}

    /** Of {@code runs}, the first of which gives epochs and metric. */
    FrameMaker(List<DrawnRun> runs, ChartOptions options, Zoom zoom) {
        this.runs = runs;
        this.options = options;
        this.zoom = zoom;
    }

    /** The drawing, for plots of {@code width} pixels. */
    ChartFrame make(double width) {
        XAxis counted = options.axisProperty().get();
        Span all = all(counted);
        Axis x = new Axis(zoom.x().orElse(all), options.xScale(), counted.form());
        Optional<MetricText> metric = runs.isEmpty()
                ? Optional.empty()
                : runs.get(0).curves().metric().map(MetricText::of);
        List<Quantity> quantities = options.quantities().stream()
                .filter(quantity -> quantity != Quantity.METRIC || metric.isPresent())
                .toList();
        PlotMaker plots = new PlotMaker(runs, options, zoom, x, quantities, metric);
        return new ChartFrame(
                x,
                all,
                Texts.of("chart.axis." + counted.name().toLowerCase(Locale.ROOT)),
                quantities.stream().map(plots::plot).toList(),
                runs.isEmpty()
                        ? List.of()
                        : EpochBands.of(runs.get(0).curves(), counted, x, LETTER / Math.max(LETTER, width)),
                flags(counted, x),
                names());
    }

    private SortedMap<Integer, String> names() {
        SortedMap<Integer, String> names = new TreeMap<>();
        for (DrawnRun run : runs) {
            run.colour().ifPresent(colour -> names.put(colour, run.curves().name()));
        }
        return names;
    }

    /** All that the shared axis can show: from 0, or from the first place where it is logarithmic or that is far. */
    private Span all(XAxis counted) {
        double first = Double.POSITIVE_INFINITY;
        double last = 0;
        for (DrawnRun run : runs) {
            for (Strand strand : List.of(run.curves().training(), run.curves().validation())) {
                if (strand.size() > 0) {
                    double begin = run.curves().x(counted, strand, 0);
                    first = Math.min(first, Math.max(begin, LEAST_POSITIVE));
                    last = Math.max(last, run.curves().x(counted, strand, strand.size() - 1));
                }
            }
        }
        if (last == 0) {
            first = 1;
            last = 2;
        }
        Scale scale = options.xScale();
        double from = scale == Scale.LOG || first > last / 2 ? first : 0;
        double low = scale.forward(from);
        double high = scale.forward(last);
        return high > low ? new Span(low, high) : new Span(low, low + Math.max(1, Math.abs(low)) * 0.01);
    }

    private List<ChartFrame.Flag> flags(XAxis counted, Axis x) {
        List<ChartFrame.Flag> flags = new ArrayList<>();
        for (DrawnRun run : runs) {
            List<Mark> marks = new ArrayList<>(run.curves().marks());
            run.curves().best().ifPresent(marks::add);
            for (Mark mark : marks) {
                double at = run.curves().x(counted, (double) mark.step());
                double share = x.share(at);
                if (share >= 0 && share <= 1) {
                    String text = MarkText.of(mark);
                    String told = runs.size() == 1
                            ? text
                            : Texts.of("chart.flag", run.curves().name(), text);
                    flags.add(new ChartFrame.Flag(mark.kind(), at, told, mark.quantity(), mark.value(), run.colour()));
                }
            }
        }
        flags.sort(Comparator.comparingDouble(ChartFrame.Flag::x));
        return flags;
    }
}
