package jimu.engine.train.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PolynomialLRTest {
    @Test
    void defaultsArePyTorchs() {
        assertEquals(new PolynomialLR(5, 1), new PolynomialLR());
    }

    @Test
    void theRateFallsToZeroAndStaysThere() {
        assertArrayEquals(new double[] {1, 0.5625, 0.25, 0.0625, 0, 0}, Rates.of(new PolynomialLR(4, 2), 6), 1e-12);
    }
}
