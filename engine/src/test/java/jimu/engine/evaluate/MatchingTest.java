package jimu.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final Matching PAIRS = new Matching(
            "loss",
            new Kept(6, 2, 1),
            Matching.Measure.EUCLIDEAN,
            0.5,
            new float[] {0.1f, 0.9f, 0.7f, 0.2f, 0.3f, 0.8f},
            new boolean[] {true, false, true, false, true, false},
            List.of("different", "alike"));

    @Test
    void aCellOfTheMatrixHasTheSamplesOfItsPairs() {
        assertArrayEquals(new long[] {2, 1, 1, 2}, PAIRS.confusion().counts());
        assertEquals(List.of(0, 2), PAIRS.samples(0, 0, 9));
        assertEquals(List.of(1), PAIRS.samples(0, 1, 9));
        assertEquals(List.of(1), PAIRS.samples(1, 0, 9));
        assertEquals(List.of(0), PAIRS.samples(1, 1, 1));
    }
}
