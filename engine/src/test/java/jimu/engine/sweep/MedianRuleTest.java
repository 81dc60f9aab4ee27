package jimu.engine.sweep;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianRuleTest {
    private static final MedianRule RULE = new MedianRule(2, 3);

    /** Means of the first two epochs: 2, 3 and 8. */
    private static final List<List<Double>> FINISHED =
            List.of(List.of(3.0, 1.0, 0.0), List.of(4.0, 2.0, 0.0), List.of(8.0, 8.0, 8.0));

    @Test
    void aRunIsHopelessIfItsBestIsAboveTheMedianOfTheOthersMeans() {
        assertTrue(RULE.hopeless(List.of(9.0, 3.1), FINISHED));
        assertFalse(RULE.hopeless(List.of(9.0, 3.0), FINISHED));
        assertFalse(RULE.hopeless(List.of(2.9, 99.0), FINISHED));
        assertTrue(RULE.hopeless(List.of(Double.NaN, Double.NaN), FINISHED));
    }

    @Test
    void itIsLetHaveItsFirstEpochsAndNeedsOthersToCompareWith() {
        assertFalse(RULE.hopeless(List.of(99.0), FINISHED));
        assertFalse(RULE.hopeless(List.of(99.0, 99.0), FINISHED.subList(0, 2)));
    }

    @Test
    void ofAnEvenNumberOfRunsTheMedianLiesBetweenTheMiddleTwo() {
        MedianRule two = new MedianRule(1, 2);
        List<List<Double>> finished = List.of(List.of(1.0), List.of(2.0));
        assertFalse(two.hopeless(List.of(1.5), finished));
        assertTrue(two.hopeless(List.of(1.6), finished));
    }
}
