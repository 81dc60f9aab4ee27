package jimu.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MagnitudeTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 1000, 2047, 2048})
    void noNumberIsLargerWhereverItStands(int count) {
        for (int place = 0; place < count; place += Math.max(1, count / 7)) {
            float[] numbers = new float[count];
            numbers[place] = -3;
            assertEquals(3, bound(numbers));
            numbers[count - 1] = 4;
            assertTrue(bound(numbers) >= 4 && bound(numbers) <= 5);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 3e38f})
    void whatIsHardlyANumberHasNoFiniteBound(float value) {
        for (int place : new int[] {0, 70, 1999}) {
            float[] numbers = new float[2000];
            numbers[place] = value;
            assertFalse(bound(numbers) < Float.MAX_VALUE);
        }
    }

    @Test
    void itForgetsWhatItIsTold() {
        Magnitude magnitude = new Magnitude();
        magnitude.add(new float[] {1, Float.NaN, 3}, 3);
        magnitude.clear();
        magnitude.add(new float[] {2}, 1);
        assertEquals(2, magnitude.bound());
    }

    private static float bound(float[] numbers) {
        Magnitude magnitude = new Magnitude();
        magnitude.add(numbers, numbers.length);
        return magnitude.bound();
    }
}
