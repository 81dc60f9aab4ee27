package jimu.engine.train.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LinearLRTest {
    @Test
    void defaultsArePyTorchs() {
        assertEquals(new LinearLR(1.0 / 3, 1, 5), new LinearLR());
    }

    @Test
    void theRateGrowsInEqualStepsAndThenStays() {
        assertArrayEquals(new double[] {0.5, 0.75, 1, 1}, Rates.of(new LinearLR(0.5, 1, 2), 4), 1e-12);
    }

    @Test
    void itCanFallAsWell() {
        assertArrayEquals(new double[] {1, 0.75, 0.5, 0.25, 0, 0}, Rates.of(new LinearLR(1, 0, 4), 6), 1e-12);
    }
}
