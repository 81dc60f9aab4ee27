package jimu.engine.train.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExponentialLRTest {
    @Test
    void theRateFallsAfterEachEpoch() {
        assertArrayEquals(new double[] {1, 0.5, 0.25, 0.125}, Rates.of(new ExponentialLR(0.5), 4), 1e-12);
    }

    @Test
    void aFactorOfOneChangesNothing() {
        assertEquals(0.3, new ExponentialLR(1).rate(0.3, 7, Course.of(10, 1)));
    }
}
