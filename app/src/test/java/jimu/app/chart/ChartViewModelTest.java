package jimu.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import jimu.app.chart.ChartFrame.Plot;
import jimu.app.chart.ChartFrame.Stroke;
import jimu.app.chart.ChartFrame.Trace;
import jimu.engine.train.Part;
import jimu.engine.train.StepReading;
import jimu.engine.train.TrainEvent;
import org.junit.jupiter.api.Test;

class ChartViewModelTest {
    private final Charting chart = new Charting();
    private final ChartViewModel model = chart.model();
    private final ChartOptions options = model.options();

    @Test
    void lossStandsAboveTheMetricAndBothAreSmoothedAndValidated() {
        chart.train(250);
        ChartFrame frame = chart.frame();
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
        chart.train(250);
        options.smoothingProperty().set(0);
        assertEquals(
                List.of(Stroke.STRONG, Stroke.DOTS),
                strokes(chart.frame().plots().get(0)));
    }

    @Test
    void theLegendHidesWhatIsNotWanted() {
        chart.train(250);
        options.readingsProperty().set(false);
        options.validationProperty().set(false);
        assertEquals(List.of(Stroke.STRONG), strokes(chart.frame().plots().get(0)));
        options.rateProperty().set(true);
        options.normProperty().set(true);
        assertEquals(List.of(Quantity.values()), quantities(chart.frame()));
    }

    @Test
    void theAxisCountsStepsEpochsOrSeconds() {
        chart.train(250);
        options.axisProperty().set(XAxis.EPOCHS);
        assertEquals(new Span(0, 2.5), chart.frame().x().span());
        assertEquals("Epoch", chart.frame().label());
        options.axisProperty().set(XAxis.SECONDS);
        assertEquals(2.5, chart.frame().x().upper(), 1e-9);
    }

    @Test
    void logarithmicAxesBeginWhereTheyCan() {
        chart.train(1000);
        options.logXProperty().set(true);
        options.logYProperty().set(true);
        ChartFrame frame = chart.frame();
        assertEquals(new Span(0, 3), frame.x().span());
        assertEquals(Scale.LOG, frame.plots().get(0).y().scale());
        assertEquals(Scale.LINEAR, frame.plots().get(1).y().scale());
        assertEquals(1.5, frame.plots().get(0).y().upper(), 0.5);
    }

    @Test
    void neverMoreThanFourThousandPoints() {
        chart.train(200_000);
        options.rateProperty().set(true);
        options.normProperty().set(true);
        for (int i = 0; i < 12; i++) {
            chart.overlay("run " + i, 20_000, 1);
            for (int zoom = 0; zoom < 4; zoom++) {
                assertTrue(
                        chart.frame().points() <= ChartFrame.MOST_POINTS,
                        "points: " + chart.frame().points());
                model.zoom().scale(chart.frame().x().span(), chart.frame().all(), 0.4, 0.3);
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
        chart.told();
        assertEquals(new Span(0, 1_000_000), chart.frame().x().span());
        assertTrue(
                chart.frame().points() <= ChartFrame.MOST_POINTS,
                "points: " + chart.frame().points());
        assertTrue(
                chart.frame().points() > ChartFrame.MOST_POINTS / 8,
                "points: " + chart.frame().points());
        double highest = chart.frame().plots().get(0).traces().stream()
                .map(ChartFrame.Trace::line)
                .flatMapToDouble(line -> IntStream.range(0, line.size()).mapToDouble(line::y))
                .max()
                .orElseThrow();
        assertEquals(99, highest);
    }

    @Test
    void whileNotZoomedTheNewestIsFollowed() {
        chart.train(100);
        ChartFrame before = chart.frame();
        model.zoom().show(new Span(20, 40), before.all());
        model.looked();
        assertTrue(model.zoomedProperty().get());
        chart.step(101);
        assertEquals(new Span(20, 40), chart.frame().x().span());
        model.resetZoom();
        assertEquals(new Span(0, 101), chart.frame().x().span());
        chart.step(102);
        assertEquals(new Span(0, 102), chart.frame().x().span());
        assertFalse(model.zoomedProperty().get());
    }

    @Test
    void aZoomedPlotFitsWhatIsInSight() {
        chart.train(1000);
        options.validationProperty().set(false);
        model.zoom().show(new Span(900, 1000), chart.frame().all());
        Axis y = chart.frame().plots().get(0).y();
        assertTrue(y.upper() < 0.01, "upper end " + y.upper());
    }

    @Test
    void whereFewRowsFitTheCrosshairTellsOfStrongLines() {
        chart.train(250);
        Readout readout = model.readout(chart.frame(), 100, 0.01).orElseThrow();
        assertEquals(readout.rows(), readout.rows(6));
        assertEquals(
                List.of("Loss, smoothed", "Accuracy, smoothed"),
                readout.rows(5).stream().map(Readout.Row::name).toList());
        assertEquals(1, readout.rows(1).size());
    }

    @Test
    void theCrosshairTellsAllValuesAtTheNearestStep() {
        chart.train(250);
        Readout readout = model.readout(chart.frame(), 100.4, 0.01).orElseThrow();
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
        chart.train(250);
        model.happened(new TrainEvent.Changed(120, "optimizer.lr", "0.1", "0.01"));
        model.happened(new TrainEvent.Best(1, 100, Part.VALIDATION, "loss", 0.4));
        ChartFrame frame = chart.frame();
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
        chart.told();
        options.logYProperty().set(true);
        Plot loss = chart.frame().plots().get(0);
        assertEquals(1, loss.notPositive().size());
        assertEquals(1, loss.noNumber().size());
    }

    @Test
    void drawingIsAskedForAFewTimesASecondAtMostAndLessOftenIfItIsSlow() {
        model.happened(Told.started("accuracy"));
        chart.step(1);
        int before = model.versionProperty().get();
        for (int step = 2; step <= 101; step++) {
            model.reading(new StepReading(step, 1, 0.5f, 0.1f, 1));
            chart.pass(10_000_000);
            model.told();
        }
        assertEquals(10, model.versionProperty().get() - before);
        model.took(100_000_000);
        before = model.versionProperty().get();
        for (int step = 102; step <= 201; step++) {
            model.reading(new StepReading(step, 1, 0.5f, 0.1f, 1));
            chart.pass(10_000_000);
            model.told();
        }
        assertEquals(1, model.versionProperty().get() - before);
    }

    @Test
    void theTimeOfAPauseDoesNotCount() {
        chart.train(100);
        model.happened(new TrainEvent.Paused(101));
        chart.pass(60_000_000_000L);
        model.happened(new TrainEvent.Resumed(101));
        chart.step(101);
        options.axisProperty().set(XAxis.SECONDS);
        assertEquals(1.01, chart.frame().x().upper(), 1e-6);
    }

    @Test
    void anotherDocumentHasNoCurves() {
        chart.train(100);
        model.dropped();
        assertTrue(model.emptyProperty().get());
        assertEquals(0, chart.frame().points());
    }

    private static List<Quantity> quantities(ChartFrame frame) {
        return frame.plots().stream().map(Plot::quantity).toList();
    }

    private static List<Stroke> strokes(Plot plot) {
        return plot.traces().stream().map(Trace::stroke).toList();
    }
}
