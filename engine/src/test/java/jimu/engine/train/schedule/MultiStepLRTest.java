package jimu.engine.train.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MultiStepLRTest {
    @Test
    void defaultsArePyTorchs() {
        assertEquals(0.1, new MultiStepLR().gamma());
    }

    @Test
    void theRateFallsAtEachMilestoneWhateverTheirOrder() {
        assertArrayEquals(
                new double[] {1, 0.5, 0.5, 0.25, 0.25}, Rates.of(new MultiStepLR(List.of(3, 1), 0.5), 5), 1e-12);
    }

    @Test
    void aMilestoneNamedTwiceCountsTwice() {
        assertArrayEquals(new double[] {1, 0.25, 0.25}, Rates.of(new MultiStepLR(List.of(1, 1), 0.5), 3), 1e-12);
    }
}
