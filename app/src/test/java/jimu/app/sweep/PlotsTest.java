package jimu.app.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.app.sweep.ParallelViewModel.Brush;
import jimu.engine.sweep.SweepResult;
import jimu.engine.sweep.SweepResultJson;
import org.junit.jupiter.api.Test;

class PlotsTest {
    private static final double EPSILON = 1e-9;

    /** Rates 0.001, 0.01 and 0.1, losses 0.3, 0.1 and 0.2, parameters 10, 100 and 1000; a fourth was skipped. */
    private static final List<SweepResult> RESULTS = List.of(
            result(1, "0.001", 0.3, 10, "\"SGD\""),
            result(2, "0.01", 0.1, 100, "\"Adam\""),
            result(3, "0.1", 0.2, 1000, "\"SGD\""),
            read("{\"number\":4,\"values\":{\"optimizer.lr\":0.5,\"optimizer\":\"SGD\"},\"state\":\"skipped\"}"));

    private final ParallelViewModel parallel = new ParallelViewModel();
    private final ScatterViewModel scatter = new ScatterViewModel();

    PlotsTest() {
        parallel.show(List.of("optimizer.lr", "optimizer"), RESULTS);
        scatter.show(RESULTS);
    }

    private static SweepResult result(int number, String rate, double loss, int parameters, String optimizer) {
        return read("{\"number\":" + number + ",\"values\":{\"optimizer.lr\":" + rate + ",\"optimizer\":" + optimizer
                + "},\"state\":\"finished\",\"parameters\":" + parameters
                + ",\"multiply_adds\":" + parameters
                + ",\"run\":\"0001\",\"result\":{\"status\":\"finished\",\"epochs\":2,"
                + "\"best_loss\":" + loss + ",\"best_epoch\":1,\"loss\":" + loss
                + ",\"metric\":\"accuracy\",\"best_metric_value\":" + (1 - loss) + ",\"seconds\":1},\"losses\":["
                + loss + "]}");
    }

    private static SweepResult read(String json) {
        try {
            return SweepResultJson.read(new ObjectMapper().readTree(json)).orElseThrow();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void knobsThenWhatIsKnownHaveAnAxisEach() {
        assertEquals(
                List.of("optimizer.lr", "optimizer", "BEST_LOSS", "METRIC", "PARAMETERS", "MULTIPLY_ADDS", "SECONDS"),
                parallel.axes().stream().map(PlotAxis::name).toList());
        assertEquals(3, parallel.results().size());
    }

    @Test
    void numbersFarApartLieOnALogarithmicScaleAndWordsInTheirOrder() {
        double[] middle = parallel.line(RESULTS.get(1));
        assertEquals(0.5, middle[0], EPSILON);
        assertEquals(0.96, middle[1], EPSILON);
        assertEquals(0.04, middle[2], EPSILON);
        assertEquals(0.5, middle[4], EPSILON);
        assertEquals(0.5, middle[6], EPSILON);
        assertEquals(
                List.of("0.001", "0.01", "0.1"),
                parallel.axes().get(0).ticks().stream().map(PlotAxis.Tick::text).toList());
        assertEquals(
                List.of("SGD", "Adam"),
                parallel.axes().get(1).ticks().stream().map(PlotAxis.Tick::text).toList());
    }

    @Test
    void aBrushLetsOnlyLinesThroughItPass() {
        parallel.brush(0, new Brush(1, 0.4));
        assertEquals(
                List.of(false, true, true),
                parallel.results().stream().map(parallel::passes).toList());
        parallel.brush(1, new Brush(0, 0.1));
        assertEquals(
                List.of(false, false, true),
                parallel.results().stream().map(parallel::passes).toList());
        parallel.clear(0);
        assertEquals(
                List.of(true, false, true),
                parallel.results().stream().map(parallel::passes).toList());
        parallel.show(List.of("optimizer.lr"), RESULTS);
        assertTrue(parallel.results().stream().allMatch(parallel::passes), "the brushed axis is gone");
    }

    @Test
    void shadesFollowTheRankWhateverTheDistance() {
        assertEquals(
                List.of(0.0, 1.0, 0.5),
                parallel.results().stream().map(parallel::shade).toList());
        parallel.colouredProperty().set(Measure.METRIC);
        assertEquals(
                List.of(0.0, 1.0, 0.5),
                parallel.results().stream().map(parallel::shade).toList());
    }

    @Test
    void theLineNextToThePointerIsFoundUnlessItIsBrushedAway() {
        double width = 600;
        double height = 100;
        double y = height * (1 - parallel.line(RESULTS.get(2))[0]);
        assertEquals(Optional.of(RESULTS.get(2)), parallel.near(2, y, width, height, 8));
        assertEquals(Optional.empty(), parallel.near(2, y + 15, width, height, 8));
        parallel.brush(0, new Brush(0, 0.6));
        assertEquals(Optional.empty(), parallel.near(2, y, width, height, 8));
    }

    @Test
    void theScatterMarksWhatNoOtherBeatsInBoth() {
        assertEquals(Measure.METRIC, scatter.goodProperty().get());
        assertEquals(
                List.of(OptionalInt.of(0), OptionalInt.of(1), OptionalInt.empty()),
                scatter.points().stream().map(ScatterViewModel.Point::front).toList());
        scatter.goodProperty().set(Measure.BEST_LOSS);
        assertEquals(
                List.of(OptionalInt.of(0), OptionalInt.of(1), OptionalInt.empty()),
                scatter.points().stream().map(ScatterViewModel.Point::front).toList());
    }

    @Test
    void costsLieOnALogarithmicScaleUnlessTheyAreNotToBe() {
        assertEquals(0.5, scatter.points().get(1).x(), EPSILON);
        scatter.logarithmicProperty().set(false);
        assertEquals(0.04 + 0.92 * 90 / 990, scatter.points().get(1).x(), EPSILON);
        assertEquals(Optional.of(RESULTS.get(0)), scatter.near(0.04 * 100, 96, 100, 100, 3));
        assertEquals(Optional.empty(), scatter.near(50, 5, 100, 100, 3));
    }

    @Test
    void ticksAreRoundNumbers() {
        assertArrayEquals(
                new double[] {0, 20, 40, 60, 80, 100}, PlotAxis.round(0, 100, PlotAxis.Scale.LINEAR), EPSILON);
        assertArrayEquals(new double[] {0.2, 0.4, 0.6}, PlotAxis.round(0.13, 0.71, PlotAxis.Scale.LINEAR), 0.11);
        assertArrayEquals(new double[] {10, 100, 1000}, PlotAxis.round(3, 3000, PlotAxis.Scale.LOG), EPSILON);
    }

    @Test
    void withoutResultsThereIsNothingToDraw() {
        parallel.show(List.of(), List.of());
        scatter.show(List.of());
        assertTrue(parallel.axes().isEmpty()
                && parallel.results().isEmpty()
                && scatter.points().isEmpty());
        assertFalse(parallel.near(0, 0, 10, 10, 5).isPresent());
    }
}
