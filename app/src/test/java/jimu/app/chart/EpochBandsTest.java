package jimu.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EpochBandsTest {
    private static final double LETTER = 0.008;

    @Test
    void eachEpochIsABandWithItsNumber() {
        RunCurves run = Told.run("a", 250, step -> 1);
        List<EpochBands.Band> bands = bands(run, XAxis.STEPS, 0, 300);
        assertEquals(
                List.of(
                        new EpochBands.Band(0, 100, false, "1"),
                        new EpochBands.Band(100, 200, true, "2"),
                        new EpochBands.Band(200, 300, false, "3")),
                bands);
    }

    @Test
    void manyEpochsAreTakenTogether() {
        RunCurves run = Told.run("a", 40_000, step -> 1);
        List<EpochBands.Band> bands = bands(run, XAxis.EPOCHS, 0, 400);
        assertTrue(bands.size() <= 12, "bands: " + bands.size());
        assertEquals("1–50", bands.get(0).label());
        assertEquals(50, bands.get(1).from());
    }

    @Test
    void theyFollowTheTimeThatEpochsTook() {
        RunCurves run = Told.run("a", 200, step -> 1);
        List<EpochBands.Band> bands = bands(run, XAxis.SECONDS, 0, 20);
        assertEquals(10, bands.get(1).from(), 1e-9);
        assertEquals(20, bands.get(1).to(), 1e-9);
    }

    @Test
    void onlyThoseInSightAreTold() {
        RunCurves run = Told.run("a", 40_000, step -> 1);
        List<EpochBands.Band> bands = bands(run, XAxis.STEPS, 15_010, 15_280);
        assertEquals(
                List.of("151", "152", "153"),
                bands.stream().map(EpochBands.Band::label).toList());
    }

    private static List<EpochBands.Band> bands(RunCurves run, XAxis axis, double from, double to) {
        return EpochBands.of(run, axis, new Axis(new Span(from, to), Scale.LINEAR, axis.form()), LETTER);
    }
}
