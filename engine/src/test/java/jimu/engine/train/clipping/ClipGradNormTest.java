package jimu.engine.train.clipping;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClipGradNormTest {
    @Test
    void longGradientsAreShortenedTogether() {
        assertArrayEquals(new float[] {0.6f, -0.8f}, clipped(new ClipGradNorm(1, 2), 3, -4), 1e-6f);
    }

    @Test
    void shortOnesStayAsTheyAre() {
        assertArrayEquals(new float[] {3, 4}, clipped(new ClipGradNorm(5.1, 2), 3, 4));
    }

    @Test
    void theNormCanBeAnother() {
        assertArrayEquals(new float[] {1.5f, -2}, clipped(new ClipGradNorm(3.5, 1), 3, -4), 1e-6f);
    }

    @Test
    void itIsMeasuredOverAllParts() {
        ClipGradNorm clipping = new ClipGradNorm(1, 2);
        double measured = clipping.measure(new float[] {3, 9}, 1) + clipping.measure(new float[] {4}, 1);
        assertEquals(25, measured);
        float[] part = {4, 7};
        clipping.clip(part, 1, measured);
        assertArrayEquals(new float[] {0.8f, 7}, part, 1e-6f);
    }

    @Test
    void aGradientThatIsNoNumberSpoilsAllAsInPyTorch() {
        assertArrayEquals(new float[] {Float.NaN, Float.NaN}, clipped(new ClipGradNorm(1, 2), Float.NaN, 1));
    }

    private static float[] clipped(Clipping clipping, float... gradients) {
        clipping.clip(gradients, gradients.length, clipping.measure(gradients, gradients.length));
        return gradients;
    }
}
