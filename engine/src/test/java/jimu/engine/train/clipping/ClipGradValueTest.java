package jimu.engine.train.clipping;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClipGradValueTest {
    @Test
    void eachNumberIsKeptWithinBounds() {
        float[] gradients = {-3, 0.25f, 0.5f, 9};
        new ClipGradValue(0.5).clip(gradients, 3, 0);
        assertArrayEquals(new float[] {-0.5f, 0.25f, 0.5f, 9}, gradients);
    }

    @Test
    void nothingIsMeasured() {
        assertEquals(0, new ClipGradValue().measure(new float[] {5}, 1));
    }
}
