package jimu.app.fx.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private static Histogram of(float... numbers) {
        return Histogram.of(numbers, Statistics.of(numbers));
    }

    @Test
    void eachNumberLiesInOneRangeAndTheLargestInTheLast() {
        assertEquals(new Histogram(0, 10, List.of(2L, 1L, 0L, 0L, 2L)), of(0, 1, 2, 9, 10));
    }

    @Test
    void equalNumbersStandInTheMiddle() {
        assertEquals(new Histogram(1, 3, List.of(0L, 0L, 3L, 0L, 0L)), of(2, 2, 2));
    }

    @Test
    void numbersThatAreNotFiniteAreLeftOut() {
        assertEquals(new Histogram(0, 5, List.of(1L, 0L, 0L, 0L, 1L)), of(0, Float.NaN, 5, Float.NEGATIVE_INFINITY));
        assertEquals(List.of(), of(Float.NaN).counts());
    }

    @Test
    void ticksAreRoundNumbersWithin() {
        assertEquals(List.of(-0.5, 0.0, 0.5, 1.0), new Histogram(-0.73, 1.2, List.of(1L)).ticks());
    }
}
