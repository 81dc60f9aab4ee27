package jimu.app.fx.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void theDeviationIsThePopulations() {
        assertEquals(new Statistics(4, 0, 0, 1, 7, 4, Math.sqrt(5)), Statistics.of(new float[] {1, 3, 5, 7}));
    }

    @Test
    void whatIsNotFiniteIsCountedApart() {
        float[] numbers = {Float.NaN, 2, Float.POSITIVE_INFINITY, 4, Float.NEGATIVE_INFINITY, Float.NaN};
        assertEquals(new Statistics(6, 2, 2, 2, 4, 3, 1), Statistics.of(numbers));
    }

    @Test
    void withoutFiniteNumbersThereIsNothingToSay() {
        assertEquals(
                new Statistics(1, 1, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN),
                Statistics.of(new float[] {Float.NaN}));
    }
}
