package jimu.engine.train.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StepLRTest {
    @Test
    void defaultsArePyTorchs() {
        assertEquals(0.1, new StepLR().gamma());
    }

    @Test
    void theRateFallsEveryFewEpochs() {
        assertArrayEquals(new double[] {1, 1, 0.5, 0.5, 0.25}, Rates.of(new StepLR(2, 0.5), 5), 1e-12);
    }
}
