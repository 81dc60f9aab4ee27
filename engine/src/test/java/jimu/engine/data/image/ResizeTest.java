package jimu.engine.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jimu.engine.shape.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers are those of PyTorch's {@code interpolate(x, size, mode="bilinear", align_corners=False)}. */
class ResizeTest {
    private static final float[] SMALL = {1, 2, 4, 8, 16, 32};

    @Test
    void twiceTheSize() {
        float[] wanted = {
            1, 1.25F, 1.75F, 2.5F, 3.5F, 4, 2.75F, 3.4375F, 4.8125F, 6.875F, 9.625F, 11, //
            6.25F, 7.8125F, 10.9375F, 15.625F, 21.875F, 25, 8, 10, 14, 20, 28, 32
        };
        assertArrayEquals(wanted, resized(SMALL, new Resize(1, 4, 6), 1, 2, 3), 1e-6F);
    }

    @Test
    void anySizeLargerOrSmaller() {
        float[] larger = {1, 1.4F, 2, 3.2F, 4, 4.5F, 6.3F, 9, 14.4F, 18, 8, 11.2F, 16, 25.6F, 32};
        assertArrayEquals(larger, resized(SMALL, new Resize(1, 3, 5), 1, 2, 3), 2e-6F);
        assertArrayEquals(new float[] {5.625F, 15.75F}, resized(SMALL, new Resize(1, 1, 2), 1, 2, 3), 1e-6F);
        float[] both = {1.25F, 3.5F, 2.125F, 5.95F, 5.625F, 15.75F, 9.125F, 25.55F, 10, 28};
        assertArrayEquals(both, resized(SMALL, new Resize(1, 5, 2), 1, 2, 3), 2e-6F);
    }

    @ParameterizedTest
    @CsvSource({
        "224, 6257664.0, 300185402.25, 0.0, 143.34765625",
        "227, 6426460.669241667, 308341210.8873682, 0.0, 154.06932067871094",
        "32, 127646.359375, 5979474.9140625, 30.0625, 103.66015625",
        "17, 36202.110540390015, 1738055.473033905, 83.26470947265625, 176.54408264160156"
    })
    void digitsBroughtToASize(int side, double sum, double weighted, double second, double middle) {
        float[] picture = new float[784];
        for (int i = 0; i < 784; i++) {
            picture[i] = i * 37 % 251;
        }
        float[] numbers = resized(picture, new Resize(1, side, side), 1, 28, 28);
        double found = 0;
        double foundWeighted = 0;
        for (int i = 0; i < numbers.length; i++) {
            found += numbers[i];
            foundWeighted += (double) numbers[i] * (i % 97);
        }
        assertEquals(sum, found, 1e-6 * sum);
        assertEquals(weighted, foundWeighted, 1e-6 * weighted);
        assertEquals(second, numbers[1], 1e-3);
        assertEquals(middle, numbers[side / 2 * side + side / 3], 1e-3);
    }

    @Test
    void aGreyPictureFillsAllChannelsAndColoursStayApart() {
        float[] grey = resized(new float[] {1, 2}, new Resize(3, 1, 2), 1, 1, 2);
        assertArrayEquals(new float[] {1, 2, 1, 2, 1, 2}, grey);
        float[] colours = resized(new float[] {1, 2, 10, 20, 100, 200}, new Resize(3, 1, 1), 3, 1, 2);
        assertArrayEquals(new float[] {1.5F, 15, 150}, colours);
    }

    @Test
    void onlyPicturesOfOneOrTheSameChannelsAreAccepted() {
        Resize colour = new Resize(3, 8, 8);
        assertTrue(colour.accepts(TensorShape.of(1, 28, 28)));
        assertTrue(colour.accepts(TensorShape.of(3, 1, 400)));
        assertFalse(colour.accepts(TensorShape.of(2, 28, 28)));
        assertFalse(colour.accepts(TensorShape.of(28, 28)));
        assertThrows(IllegalArgumentException.class, () -> colour.from(TensorShape.of(64)));
    }

    private static float[] resized(float[] picture, Resize size, long... shape) {
        float[] result = new float[size.channels() * size.height() * size.width()];
        size.from(TensorShape.of(shape)).apply(picture, 0, result, 0);
        return result;
    }
}
