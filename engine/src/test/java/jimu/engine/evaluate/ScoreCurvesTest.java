package jimu.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import jimu.engine.random.Purpose;
import jimu.engine.random.RandomStream;
import org.junit.jupiter.api.Test;

class ScoreCurvesTest {
    private static final double EXACT = 1e-12;
    private static final float[] SCORES = {0.1f, 0.4f, 0.35f, 0.8f};

    @Test
    void rocOfFourScoresIsTheOneWorkedByHand() {
        RocCurve roc = RocCurve.of(SCORES, place -> place >= 2);
        assertArrayEquals(new double[] {0, 0, 0.5, 0.5, 1}, roc.curve().x());
        assertArrayEquals(new double[] {0, 0.5, 0.5, 1, 1}, roc.curve().y());
        assertEquals(0.75, roc.area(), EXACT);
    }

    @Test
    void equalScoresCountOneHalf() {
        float[] scores = {0.1f, 0.4f, 0.35f, 0.8f, 0.4f, 0.4f, 0.9f, 0.2f};
        int[] truth = {0, 0, 1, 1, 0, 1, 1, 0};
        assertEquals(0.8125, RocCurve.of(scores, place -> truth[place] == 1).area(), EXACT);
        assertEquals(
                0.8166666666666667,
                PrecisionRecallCurve.of(scores, place -> truth[place] == 1).averagePrecision(),
                EXACT);
    }

    @Test
    void averagePrecisionOfFourScoresIsTheOneWorkedByHand() {
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(SCORES, place -> place >= 2);
        assertEquals(0.5 * 1 + 0.5 * 2 / 3, curve.averagePrecision(), EXACT);
        assertArrayEquals(new double[] {0, 0.5, 0.5, 1}, curve.curve().x());
        assertArrayEquals(new double[] {1, 1, 0.5, 2.0 / 3}, curve.curve().y(), EXACT);
    }

    @Test
    void scoresOfOneKindAloneHaveNoCurve() {
        assertTrue(Double.isNaN(RocCurve.of(SCORES, place -> true).area()));
        assertTrue(Double.isNaN(RocCurve.of(SCORES, place -> false).area()));
        assertTrue(Double.isNaN(PrecisionRecallCurve.of(SCORES, place -> false).averagePrecision()));
        assertEquals(0, RocCurve.of(new float[0], place -> true).curve().size());
    }

    @Test
    void negativeScoresAreOrderedToo() {
        RocCurve roc = RocCurve.of(new float[] {-3, -1, -2, 0}, place -> place == 1 || place == 3);
        assertEquals(1, roc.area(), EXACT);
    }

    @Test
    void manyScoresGiveACurveOfFewPointsWithTheExactArea() {
        int count = 60_000;
        RandomStream random = new RandomStream(1, Purpose.SPLIT, "scores");
        float[] scores = new float[count];
        BitSet positive = new BitSet();
        for (int i = 0; i < count; i++) {
            scores[i] = random.uniform(i);
            positive.set(i, random.uniform(count + i) < scores[i]);
        }
        RocCurve roc = RocCurve.of(scores, positive::get);
        assertTrue(roc.curve().size() <= Curve.POINTS + 2, roc.curve().size() + " points");
        assertEquals(1, roc.curve().y()[roc.curve().size() - 1]);
        assertEquals(5.0 / 6, roc.area(), 0.01);
    }

    @Test
    void anOrderIsStableAndPutsNoNumbersFirst() {
        assertArrayEquals(new int[] {3, 1, 4, 0, 2}, Ordered.descending(new float[] {0, 2, -1, Float.NaN, 2}));
    }
}
