package jimu.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jimu.app.fx.plot.Plot;
import jimu.app.fx.plot.Plot.Extent;
import jimu.app.fx.plot.Plot.Line;
import jimu.app.fx.plot.Plot.Style;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.evaluate.Bins;
import jimu.engine.evaluate.Calibration;
import jimu.engine.evaluate.Calibration.Bin;
import jimu.engine.evaluate.Classification;
import jimu.engine.evaluate.Forecast;
import jimu.engine.evaluate.Matching;
import jimu.engine.evaluate.PrecisionRecallCurve;
import jimu.engine.evaluate.Regression;
import jimu.engine.evaluate.RocCurve;

/** The plots of an evaluation. Takes up to a second for many samples, so off the JavaFX thread. */
final class ChapterPlots {
    /** No more curves can be told apart by their colours. */
    private static final int CURVES = 10;

    /** No more points than this are drawn. */
    private static final int POINTS = 4000;

    private static final int INTERVALS = 30;

    /** So few forecasts are marked one by one. */
    private static final int FEW = 60;

    private ChapterPlots() {}

    /** The plot of a chapter that has one; nothing for the others. */
    static Plot of(Evaluated evaluated, Chapter chapter) {
        return switch (chapter) {
            case ROC -> roc(evaluated);
            case PRECISION_RECALL -> precisionRecall(evaluated);
            case CALIBRATION ->
                evaluated.classes().map(ChapterPlots::calibration).orElse(Plot.EMPTY);
            case PREDICTED -> evaluated.numbers().map(ChapterPlots::predicted).orElse(Plot.EMPTY);
            case RESIDUALS -> evaluated.numbers().map(ChapterPlots::residuals).orElse(Plot.EMPTY);
            case FORECAST ->
                evaluated
                        .numbers()
                        .flatMap(Regression::forecast)
                        .map(ChapterPlots::forecast)
                        .orElse(Plot.EMPTY);
            case DISTANCES -> evaluated.pairs().map(ChapterPlots::distances).orElse(Plot.EMPTY);
            default -> Plot.EMPTY;
        };
    }

    /** The classes with a curve: the second of two that share a probability, else the first ten. */
    private static int[] curves(Classification classes) {
        return classes.binary()
                ? new int[] {1}
                : IntStream.range(0, Math.min(CURVES, classes.classes().size())).toArray();
    }

    private static Plot roc(Evaluated evaluated) {
        List<Line> lines = new ArrayList<>();
        lines.add(diagonal());
        evaluated
                .classes()
                .ifPresentOrElse(
                        classes -> {
                            for (int c : curves(classes)) {
                                lines.add(line(classes.classes().get(c), lines.size() - 1, classes.roc(c)));
                            }
                        },
                        () -> evaluated
                                .pairs()
                                .ifPresent(pairs -> lines.add(line(pairs.names().get(1), 0, pairs.roc()))));
        return new Plot(Texts.of("evaluate.fpr"), Texts.of("evaluate.tpr"), lines, Extent.SHARES);
    }

    private static Line line(String name, int color, RocCurve roc) {
        String told = Texts.of("evaluate.curve.auc", name, share(roc.area()));
        return new Line(told, Style.LINE, color, roc.curve().x(), roc.curve().y());
    }

    private static Plot precisionRecall(Evaluated evaluated) {
        List<Line> lines = new ArrayList<>();
        evaluated
                .classes()
                .ifPresentOrElse(
                        classes -> {
                            for (int c : curves(classes)) {
                                lines.add(line(classes.classes().get(c), lines.size(), classes.precisionRecall(c)));
                            }
                        },
                        () -> evaluated
                                .pairs()
                                .ifPresent(pairs -> lines.add(line(pairs.names().get(1), 0, pairs.precisionRecall()))));
        return new Plot(Texts.of("evaluate.recall"), Texts.of("evaluate.precision"), lines, Extent.SHARES);
    }

    private static Line line(String name, int color, PrecisionRecallCurve found) {
        String told = Texts.of("evaluate.curve.ap", name, share(found.averagePrecision()));
        return new Line(
                told, Style.LINE, color, found.curve().x(), found.curve().y());
    }

    private static String share(double area) {
        return Double.isNaN(area) ? "–" : Numbers.measured(area);
    }

    private static Line diagonal() {
        return new Line("", Style.DASHED, -1, new double[] {0, 1}, new double[] {0, 1});
    }

    private static Plot calibration(Classification classes) {
        Calibration calibration = classes.calibration();
        List<Bin> bins =
                calibration.bins().stream().filter(bin -> bin.count() > 0).toList();
        double all = bins.stream().mapToLong(Bin::count).sum();
        Line found = new Line(
                Texts.of("evaluate.curve.ece", Numbers.percent(calibration.error())),
                Style.MARKED,
                0,
                bins.stream().mapToDouble(Bin::probability).toArray(),
                bins.stream().mapToDouble(Bin::share).toArray());
        Line counts = new Line(
                Texts.of("evaluate.curve.answers"),
                Style.DASHED,
                1,
                bins.stream().mapToDouble(Bin::probability).toArray(),
                bins.stream().mapToDouble(bin -> bin.count() / all).toArray());
        String key = classes.binary() ? "evaluate.probability.of" : "evaluate.probability.chosen";
        return new Plot(
                Texts.of(key, classes.classes().get(1)),
                Texts.of("evaluate.share.right"),
                List.of(diagonal(), counts, found),
                Extent.SHARES);
    }

    private static Plot predicted(Regression numbers) {
        int[] places = spread(numbers.answers().length);
        double[] truths =
                IntStream.of(places).mapToDouble(i -> numbers.truths()[i]).toArray();
        double[] answers =
                IntStream.of(places).mapToDouble(i -> numbers.answers()[i]).toArray();
        double low = Math.min(least(truths), least(answers));
        double high = Math.max(most(truths), most(answers));
        Line same = new Line(
                Texts.of("evaluate.curve.same"), Style.DASHED, -1, new double[] {low, high}, new double[] {low, high});
        return new Plot(
                Texts.of(numbers.units() ? "evaluate.true.units" : "evaluate.true"),
                Texts.of("evaluate.predicted"),
                List.of(same, new Line("", Style.DOTS, 0, truths, answers)),
                Extent.OF_NUMBERS);
    }

    private static double least(double[] numbers) {
        return IntStream.range(0, numbers.length)
                .mapToDouble(i -> numbers[i])
                .min()
                .orElse(0);
    }

    private static double most(double[] numbers) {
        return IntStream.range(0, numbers.length)
                .mapToDouble(i -> numbers[i])
                .max()
                .orElse(1);
    }

    /** The places of the points in the plot of predicted against true numbers. */
    static int[] spread(int count) {
        int shown = Math.min(count, POINTS);
        return IntStream.range(0, shown)
                .map(i -> (int) ((long) i * count / shown))
                .toArray();
    }

    private static Plot residuals(Regression numbers) {
        return new Plot(
                Texts.of("evaluate.residual"),
                Texts.of("evaluate.count"),
                List.of(steps("", 0, numbers.residuals())),
                Extent.OF_NUMBERS);
    }

    /** The outline of a histogram. */
    private static Line steps(String name, int color, Bins bins) {
        int count = bins.counts().length;
        double[] x = new double[2 * count + 2];
        double[] y = new double[x.length];
        for (int i = 0; i < count; i++) {
            x[2 * i + 1] = bins.from(i);
            x[2 * i + 2] = bins.from(i + 1);
            y[2 * i + 1] = bins.counts()[i];
            y[2 * i + 2] = bins.counts()[i];
        }
        x[0] = bins.low();
        x[x.length - 1] = bins.high();
        return new Line(name, Style.LINE, color, x, y);
    }

    private static Plot forecast(Forecast forecast) {
        int[] rows = spread(forecast.actual().length);
        double[] at =
                IntStream.of(rows).mapToDouble(row -> forecast.first() + row).toArray();
        double[] actual =
                IntStream.of(rows).mapToDouble(row -> forecast.actual()[row]).toArray();
        int[] chosen = spread(forecast.count());
        double[] when =
                IntStream.of(chosen).mapToDouble(i -> forecast.rows()[i]).toArray();
        double[] told = IntStream.of(chosen).mapToDouble(i -> forecast.at(i, 0)).toArray();
        String name = forecast.horizon() == 1
                ? Texts.of("evaluate.curve.forecast")
                : Texts.of("evaluate.curve.forecast.first", forecast.horizon());
        return new Plot(
                Texts.of("evaluate.row"),
                "",
                List.of(
                        new Line(Texts.of("evaluate.curve.actual"), Style.LINE, 0, at, actual),
                        new Line(name, when.length < FEW ? Style.MARKED : Style.LINE, 1, when, told)),
                Extent.OF_NUMBERS);
    }

    private static Plot distances(Matching pairs) {
        Bins near = pairs.distances(Matching.Side.ALIKE, INTERVALS);
        Bins far = pairs.distances(Matching.Side.DIFFERENT, INTERVALS);
        double most = 0;
        for (int i = 0; i < near.counts().length; i++) {
            most = Math.max(most, (double) Math.max(near.counts()[i], far.counts()[i]));
        }
        return new Plot(
                Texts.of(
                        pairs.measure() == Matching.Measure.COSINE
                                ? "evaluate.distance.cosine"
                                : "evaluate.distance.euclidean"),
                Texts.of("evaluate.count"),
                List.of(
                        new Line(
                                Texts.of("evaluate.threshold"),
                                Style.DASHED,
                                -1,
                                new double[] {pairs.threshold(), pairs.threshold()},
                                new double[] {0, most}),
                        steps(pairs.names().get(1), 0, near),
                        steps(pairs.names().get(0), 1, far)),
                Extent.OF_NUMBERS);
    }
}
