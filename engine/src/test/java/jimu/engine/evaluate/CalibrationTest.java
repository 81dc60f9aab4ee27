package jimu.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import jimu.engine.evaluate.Calibration.Bin;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void binsHoldMeanProbabilityAndShareRight() {
        float[] probabilities = {0.75f, 1, 0.875f, 0.25f};
        Calibration calibration = Calibration.of(probabilities, place -> place < 2, 2);
        assertEquals(List.of(new Bin(0, 0.5, 1, 0.25, 0), new Bin(0.5, 1, 3, 0.875, 2.0 / 3)), calibration.bins());
        assertEquals((0.25 + 3 * (0.875 - 2.0 / 3)) / 4, calibration.error(), 1e-12);
    }

    @Test
    void emptyBinsCostNothing() {
        Calibration calibration = Calibration.of(new float[] {0.5f, 0.5f}, place -> place == 0, 10);
        assertEquals(0, calibration.error(), 1e-12);
        assertEquals(2, calibration.bins().get(4).count());
        assertTrue(Double.isNaN(calibration.bins().get(0).share()));
        assertTrue(Double.isNaN(Calibration.of(new float[0], place -> true, 10).error()));
    }

    @Test
    void numbersAreCountedInIntervals() {
        Bins bins = Bins.of(new float[] {0, 1, 2, 3, 4, Float.NaN}, 2);
        assertArrayEquals(new long[] {2, 3}, bins.counts());
        assertEquals(2, bins.from(1));
        assertArrayEquals(new long[] {2}, Bins.of(new float[] {7, 7}, 5).counts());
        assertEquals(0, Bins.of(new float[0], 5).counts().length);
    }
}
