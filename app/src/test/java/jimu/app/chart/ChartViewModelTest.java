package jimu.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jimu.app.chart.ChartFrame.Plot;
import jimu.app.chart.ChartFrame.Stroke;
import jimu.app.chart.ChartFrame.Trace;
import jimu.app.fx.Background;
import jimu.app.session.OverlaidRuns;
import jimu.app.text.Language;
import jimu.app.text.Speaking;
import jimu.app.text.Texts;
import jimu.engine.train.Part;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;
import org.junit.jupiter.api.Test;

class ChartViewModelTest {
    private static final double WIDTH = 900;

    private long nanos = 1_000_000_000;
    private final OverlaidRuns overlaid = new OverlaidRuns();
    private final ChartViewModel model = new ChartViewModel(overlaid, Background.onCurrentThread(), () -> nanos);
    private final ChartOptions options = model.options();

    @Test
    void lossStandsAboveTheMetricAndBothAreSmoothedAndValidated() {
        train(250);
        ChartFrame frame = frame();
        assertEquals(List.of(Quantity.LOSS, Quantity.METRIC), quantities(frame));
        assertEquals(
                List.of("Loss", "Accuracy"),
                frame.plots().stream().map(Plot::label).toList());
        assertEquals(
                List.of(Stroke.PALE, Stroke.STRONG, Stroke.DOTS),
                strokes(frame.plots().get(0)));
        assertEquals(2, frame.plots().get(0).traces().get(2).line().size());
        assertEquals("Step", frame.label());
        assertEquals(new Span(0, 250), frame.x().span());
        assertEquals(Axis.Form.SHARE, frame.plots().get(1).y().form());
        assertFalse(model.emptyProperty().get());
    }

    @Test
    void withoutSmoothingTheReadingsAreStrong() {
        train(250);
        options.smoothingProperty().set(0);
        assertEquals(
                List.of(Stroke.STRONG, Stroke.DOTS), strokes(frame().plots().get(0)));
    }

    @Test
    void theLegendHidesWhatIsNotWanted() {
        train(250);
        options.readingsProperty().set(false);
        options.validationProperty().set(false);
        assertEquals(List.of(Stroke.STRONG), strokes(frame().plots().get(0)));
        options.rateProperty().set(true);
        options.normProperty().set(true);
        assertEquals(List.of(Quantity.values()), quantities(frame()));
    }

    @Test
    void theAxisCountsStepsEpochsOrSeconds() {
        train(250);
        options.axisProperty().set(XAxis.EPOCHS);
        assertEquals(new Span(0, 2.5), frame().x().span());
        assertEquals("Epoch", frame().label());
        options.axisProperty().set(XAxis.SECONDS);
        assertEquals(2.5, frame().x().upper(), 1e-9);
    }

    @Test
    void logarithmicAxesBeginWhereTheyCan() {
        train(1000);
        options.logXProperty().set(true);
        options.logYProperty().set(true);
        ChartFrame frame = frame();
        assertEquals(new Span(0, 3), frame.x().span());
        assertEquals(Scale.LOG, frame.plots().get(0).y().scale());
        assertEquals(Scale.LINEAR, frame.plots().get(1).y().scale());
        assertEquals(1.5, frame.plots().get(0).y().upper(), 0.5);
    }

    @Test
    void neverMoreThanFourThousandPoints() {
        train(200_000);
        options.rateProperty().set(true);
        options.normProperty().set(true);
        for (int i = 0; i < 12; i++) {
            overlay("run " + i, 20_000, 1);
            for (int zoom = 0; zoom < 4; zoom++) {
                assertTrue(frame().points() <= ChartFrame.MOST_POINTS, "points: " + frame().points());
                model.zoom().scale(frame().x().span(), frame().all(), 0.4, 0.3);
                options.logYProperty().set(zoom % 2 == 0);
            }
        }
    }

    @Test
    void ofAMillionStepsFourThousandPointsAreDrawnAndTheSpikeAmongThem() {
        model.happened(Told.started("accuracy"));
        for (int step = 1; step <= 1_000_000; step++) {
            model.reading(new StepReading(step, step == 654_321 ? 99 : 1, 0.5f, 0.1f, 1));
        }
        told();
        assertEquals(new Span(0, 1_000_000), frame().x().span());
        assertTrue(frame().points() <= ChartFrame.MOST_POINTS, "points: " + frame().points());
        assertTrue(frame().points() > ChartFrame.MOST_POINTS / 8, "points: " + frame().points());
        double highest = frame().plots().get(0).traces().stream()
                .map(ChartFrame.Trace::line)
                .flatMapToDouble(line -> IntStream.range(0, line.size()).mapToDouble(line::y))
                .max()
                .orElseThrow();
        assertEquals(99, highest);
    }

    @Test
    void whileNotZoomedTheNewestIsFollowed() {
        train(100);
        ChartFrame before = frame();
        model.zoom().show(new Span(20, 40), before.all());
        model.looked();
        assertTrue(model.zoomedProperty().get());
        step(101);
        assertEquals(new Span(20, 40), frame().x().span());
        model.resetZoom();
        assertEquals(new Span(0, 101), frame().x().span());
        step(102);
        assertEquals(new Span(0, 102), frame().x().span());
        assertFalse(model.zoomedProperty().get());
    }

    @Test
    void aZoomedPlotFitsWhatIsInSight() {
        train(1000);
        options.validationProperty().set(false);
        model.zoom().show(new Span(900, 1000), frame().all());
        Axis y = frame().plots().get(0).y();
        assertTrue(y.upper() < 0.01, "upper end " + y.upper());
    }

    @Test
    void severalRunsHaveAColourAndANameEach() {
        train(100);
        overlay("b", 300, 2);
        overlay("c", 200, 3);
        assertEquals(
                List.of("This run", "run b", "run c"),
                model.runs().stream().map(RunCurves::name).toList());
        ChartFrame frame = frame();
        assertEquals(new Span(0, 300), frame.x().span());
        List<OptionalInt> colours = frame.plots().get(0).traces().stream()
                .filter(trace -> trace.stroke() == Stroke.STRONG)
                .map(Trace::run)
                .toList();
        assertEquals(List.of(OptionalInt.of(0), OptionalInt.of(1), OptionalInt.of(2)), colours);
        options.toggle("b");
        assertEquals(new Span(0, 200), frame().x().span());
        overlaid.runs().clear();
        assertEquals(1, model.runs().size());
        assertEquals(OptionalInt.empty(), frame().plots().get(0).traces().get(0).run());
    }

    @Test
    void theBestReadingsOfSeveralRunsHaveTheirColoursAndThatOfOneIsGold() {
        TrainEvent best = new TrainEvent.Best(1, 90, Part.VALIDATION, "loss", 0.5);
        train(100);
        model.happened(best);
        assertEquals(OptionalInt.empty(), frame().flags().get(0).run());
        overlaid.runs().add(new OverlaidRuns.Overlaid("b", () -> "run b", follower -> {
            follower.reading(new StepReading(100, 1, 0.5f, 0.1f, 1));
            follower.happened(best);
        }));
        assertEquals(
                List.of(OptionalInt.of(0), OptionalInt.of(1)),
                frame().flags().stream().map(ChartFrame.Flag::run).toList());
    }

    @Test
    void aRunKeepsItsColourWhileOthersComeAndGo() {
        overlay("b", 300, 2);
        overlay("c", 300, 3);
        assertEquals(Map.of(1, "run b", 2, "run c"), frame().names());
        train(100);
        assertEquals(Map.of(0, "This run", 1, "run b", 2, "run c"), frame().names());
        overlaid.runs().remove(0);
        assertEquals(Map.of(0, "This run", 2, "run c"), frame().names());
        overlay("d", 300, 4);
        assertEquals(Map.of(0, "This run", 1, "run d", 2, "run c"), frame().names());
        model.dropped();
        assertEquals(Map.of(1, "run d", 2, "run c"), frame().names());
        overlaid.runs().remove(1);
        assertEquals(Map.of(2, "run c"), frame().names());
    }

    @Test
    void allLinesAndTheStarOfARunHaveItsColour() {
        overlaid.runs().add(new OverlaidRuns.Overlaid("b", () -> "run b", follower -> {
            follower.happened(Told.started("accuracy"));
            for (int step = 1; step <= 100; step++) {
                follower.reading(new StepReading(step, 2, 0.5f, 0.1f, 1));
            }
            follower.happened(new TrainEvent.Validated(1, 50, new TrainEvent.Score(1, OptionalDouble.of(0.5))));
            follower.happened(new TrainEvent.Validated(1, 100, new TrainEvent.Score(1, OptionalDouble.of(0.5))));
            follower.happened(new TrainEvent.Best(1, 90, Part.VALIDATION, "loss", 0.5));
        }));
        assertEquals(Set.of(OptionalInt.of(1)), colours());
        train(100);
        assertEquals(Set.of(OptionalInt.of(0), OptionalInt.of(1)), colours());
        options.toggle("");
        assertEquals(Set.of(OptionalInt.of(1)), colours());
    }

    private Set<OptionalInt> colours() {
        ChartFrame frame = frame();
        return Stream.concat(
                        frame.plots().stream()
                                .flatMap(plot -> plot.traces().stream())
                                .map(Trace::run),
                        frame.flags().stream().map(ChartFrame.Flag::run))
                .collect(Collectors.toSet());
    }

    @Test
    void aRunThatIsToldAnewStaysDrawnUntilItIsRead() {
        List<Runnable> later = new ArrayList<>();
        boolean[] waiting = {false};
        Background slow = new Background() {
            @Override
            public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
                Runnable task = () -> Background.onCurrentThread().run(work, done, failed);
                if (waiting[0]) {
                    later.add(task);
                } else {
                    task.run();
                }
            }
        };
        OverlaidRuns twins = new OverlaidRuns();
        ChartViewModel chart = new ChartViewModel(twins, slow, () -> nanos);
        twins.runs().add(told(10));
        waiting[0] = true;
        twins.runs().set(0, told(20));
        assertEquals(10, chart.frame(WIDTH).all().to());
        later.forEach(Runnable::run);
        assertEquals(20, chart.frame(WIDTH).all().to());
        assertEquals(Map.of(1, "twin"), chart.frame(WIDTH).names());
    }

    private static OverlaidRuns.Overlaid told(int steps) {
        return new OverlaidRuns.Overlaid("twin", () -> "twin", follower -> {
            for (int step = 1; step <= steps; step++) {
                follower.reading(new StepReading(step, 1, 0.5f, 0.1f, 1));
            }
        });
    }

    @Test
    void namesOfRunsFollowTheLanguage() {
        train(100);
        overlaid.runs()
                .add(new OverlaidRuns.Overlaid(
                        "b",
                        () -> Texts.of("runs.name", "7"),
                        follower -> follower.reading(new StepReading(1, 1, 0.5f, 0.1f, 1))));
        assertEquals(List.of("This run", "run 7"), List.copyOf(frame().names().values()));
        try {
            Speaking.speak(Language.CHINESE);
            assertEquals(List.of("本次训练", "训练 7"), List.copyOf(frame().names().values()));
        } finally {
            Speaking.speak(Language.ENGLISH);
        }
    }

    @Test
    void whatHappenedIsToldOfWhichOfSeveralRuns() {
        train(100);
        model.happened(new TrainEvent.Changed(50, "optimizer.lr", "0.1", "0.01"));
        assertEquals("lr: 0.1 → 0.01", frame().flags().get(0).text());
        overlay("b", 300, 2);
        assertEquals("This run: lr: 0.1 → 0.01", frame().flags().get(0).text());
        assertTrue(frame().plots().get(0).several());
    }

    @Test
    void whereFewRowsFitTheCrosshairTellsOfStrongLines() {
        train(250);
        Readout readout = model.readout(frame(), 100, 0.01).orElseThrow();
        assertEquals(readout.rows(), readout.rows(6));
        assertEquals(
                List.of("Loss, smoothed", "Accuracy, smoothed"),
                readout.rows(5).stream().map(Readout.Row::name).toList());
        assertEquals(1, readout.rows(1).size());
    }

    @Test
    void theCrosshairTellsAllValuesAtTheNearestStep() {
        train(250);
        Readout readout = model.readout(frame(), 100.4, 0.01).orElseThrow();
        assertEquals(100, readout.x());
        assertEquals("Step 100 · epoch 1 · 1.0 s", readout.place());
        List<String> told = readout.rows().stream()
                .map(row -> row.name() + " = " + row.text())
                .toList();
        assertEquals("Loss = 0.0100", told.get(0));
        assertTrue(told.get(1).startsWith("Loss, smoothed = "), told.toString());
        assertEquals("Loss, validation = 0.4000", told.get(2));
        assertEquals("Accuracy, validation = 90.00 %", told.get(5));
        assertEquals(List.of(), readout.happened());
    }

    @Test
    void whatHappenedIsFlaggedAndToldNearby() {
        train(250);
        model.happened(new TrainEvent.Changed(120, "optimizer.lr", "0.1", "0.01"));
        model.happened(new TrainEvent.Best(1, 100, Part.VALIDATION, "loss", 0.4));
        ChartFrame frame = frame();
        assertEquals(2, frame.flags().size());
        assertEquals(Quantity.LOSS, frame.flags().get(0).plot().orElseThrow());
        assertEquals(120, frame.flags().get(1).x());
        Readout readout = model.readout(frame, 119, 0.01).orElseThrow();
        assertEquals(List.of("lr: 0.1 → 0.01"), readout.happened());
    }

    @Test
    void valuesThatHaveNoPlaceAreNotedInTheirPlot() {
        model.happened(Told.started("accuracy"));
        model.reading(new StepReading(1, 0, 0.5f, 0.1f, 1));
        model.reading(new StepReading(2, Float.NaN, 0.5f, 0.1f, 1));
        model.reading(new StepReading(3, 1, 0.5f, 0.1f, 1));
        told();
        options.logYProperty().set(true);
        Plot loss = frame().plots().get(0);
        assertEquals(1, loss.notPositive().size());
        assertEquals(1, loss.noNumber().size());
    }

    @Test
    void drawingIsAskedForAFewTimesASecondAtMostAndLessOftenIfItIsSlow() {
        model.happened(Told.started("accuracy"));
        step(1);
        int before = model.versionProperty().get();
        for (int step = 2; step <= 101; step++) {
            model.reading(new StepReading(step, 1, 0.5f, 0.1f, 1));
            nanos += 10_000_000;
            model.told();
        }
        assertEquals(10, model.versionProperty().get() - before);
        model.took(100_000_000);
        before = model.versionProperty().get();
        for (int step = 102; step <= 201; step++) {
            model.reading(new StepReading(step, 1, 0.5f, 0.1f, 1));
            nanos += 10_000_000;
            model.told();
        }
        assertEquals(1, model.versionProperty().get() - before);
    }

    @Test
    void theTimeOfAPauseDoesNotCount() {
        train(100);
        model.happened(new TrainEvent.Paused(101));
        nanos += 60_000_000_000L;
        model.happened(new TrainEvent.Resumed(101));
        step(101);
        options.axisProperty().set(XAxis.SECONDS);
        assertEquals(1.01, frame().x().upper(), 1e-6);
    }

    @Test
    void anotherDocumentHasNoCurves() {
        train(100);
        model.dropped();
        assertTrue(model.emptyProperty().get());
        assertEquals(0, frame().points());
    }

    private void train(int steps) {
        model.happened(Told.started("accuracy"));
        for (int step = 1; step <= steps; step++) {
            step(step);
            if (step % 100 == 0) {
                model.happened(Told.epoch(step / 100, 0.4, 1));
            }
        }
    }

    private void step(int step) {
        model.reading(new StepReading(step, 1f / step, 0.5f, 0.1f, 1));
        nanos += 10_000_000;
        model.told();
    }

    private void told() {
        nanos += 200_000_000;
        model.told();
    }

    private void overlay(String id, int steps, double loss) {
        overlaid.runs().add(new OverlaidRuns.Overlaid(id, () -> "run " + id, follower -> {
            follower.happened(Told.started("accuracy"));
            for (int step = 1; step <= steps; step++) {
                follower.reading(new StepReading(step, (float) loss, 0.5f, 0.1f, 1));
            }
        }));
    }

    private ChartFrame frame() {
        return model.frame(WIDTH);
    }

    private static List<Quantity> quantities(ChartFrame frame) {
        return frame.plots().stream().map(Plot::quantity).toList();
    }

    private static List<Stroke> strokes(Plot plot) {
        return plot.traces().stream().map(Trace::stroke).toList();
    }
}
