package jimu.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SampleOrderTest {
    @Test
    void shuffledOrderHasEverySampleOnce() {
        int[] order = SampleOrder.shuffled(1, 0, 1000);
        assertFalse(Arrays.equals(SampleOrder.sequential(1000), order));
        Arrays.sort(order);
        assertArrayEquals(SampleOrder.sequential(1000), order);
    }

    @Test
    void epochAndSeedDecideTheOrder() {
        assertArrayEquals(SampleOrder.shuffled(1, 3, 50), SampleOrder.shuffled(1, 3, 50));
        assertFalse(Arrays.equals(SampleOrder.shuffled(1, 3, 50), SampleOrder.shuffled(1, 4, 50)));
        assertFalse(Arrays.equals(SampleOrder.shuffled(1, 3, 50), SampleOrder.shuffled(2, 3, 50)));
    }
}
