package jimu.engine.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FittingTest {
    private static Pixels grey(int height, int width, float... values) {
        return new Pixels(1, height, width, values);
    }

    @Test
    void aSmallerPixelIsTheMeanOfItsArea() {
        Pixels picture = grey(2, 4, 0, 1, 0.5f, 0.5f, 1, 0, 0, 1);
        assertArrayEquals(new float[] {0.5f, 0.5f}, new Scaling(2, 1, 4, 2).apply(picture), 1e-6f);
        assertArrayEquals(
                new float[] {0.25f, 0.625f, 1}, new Scaling(1, 1, 4, 3).apply(grey(1, 4, 0, 1, 0.25f, 1.25f)), 1e-6f);
    }

    @Test
    void aLargerPictureIsInterpolatedAsBilinearDoes() {
        float[] values = {0, 1, 0.25f, 0.5f, 0.75f, 0.125f};
        float[] expected = new float[5 * 7];
        new Resize(1, 5, 7).from(new Resize(1, 2, 3).shape()).apply(values, 0, expected, 0);
        assertArrayEquals(expected, new Scaling(2, 5, 3, 7).apply(grey(2, 3, values)), 1e-6f);
    }

    @Test
    void theWholePictureStandsInTheMiddleOnItsPaper() {
        float[] values = new float[8 * 4];
        Arrays.fill(values, 0.25f);
        values[3 * 4 + 1] = 1;
        values[3 * 4 + 2] = 1;
        values[4 * 4 + 1] = 1;
        values[4 * 4 + 2] = 1;
        Pixels fitted = new Fitting(1, 4, 4).of(grey(8, 4, values));
        float q = 0.25f;
        float some = 0.4375f;
        assertArrayEquals(
                new float[] {q, q, q, q, q, some, some, q, q, some, some, q, q, q, q, q}, fitted.values(), 1e-6f);
    }

    @Test
    void coloursBecomeGreyAndGreyAllColours() {
        Pixels green = new Pixels(3, 1, 1, new float[] {0, 1, 0});
        assertArrayEquals(new float[] {0.587f}, new Fitting(1, 1, 1).of(green).values(), 1e-6f);
        assertArrayEquals(new float[] {0, 1, 0}, new Fitting(3, 1, 1).of(green).values(), 1e-6f);
        assertArrayEquals(
                new float[] {0.5f, 0.5f, 0.5f},
                new Fitting(3, 1, 1).of(grey(1, 1, 0.5f)).values(),
                1e-6f);
    }

    @Test
    void aNegativeIsWhiteForBlack() {
        assertArrayEquals(
                new float[] {1, 0.75f, 0.25f, 0},
                new Fitting(1, 1, 4, true, 0).of(grey(1, 4, 0, 0.25f, 0.75f, 1)).values(),
                1e-6f);
    }

    /** A dark stroke of 30 × 10 pixels near a corner of a sheet of 100 × 80 that is light and has a shadow. */
    private static Pixels sheet() {
        float[] values = new float[100 * 80];
        for (int i = 0; i < values.length; i++) {
            int row = i / 80;
            int column = i % 80;
            boolean stroke = row >= 60 && row < 90 && column >= 5 && column < 15;
            values[i] = stroke ? 0.1f : 0.9f - 0.001f * row;
        }
        return grey(100, 80, values);
    }

    @Test
    void theFigureTakesItsShareAndItsPaperBecomesPlain() {
        Pixels seen = new Fitting(1, 28, 28, true, Centring.MNIST).of(sheet());
        for (int row = 0; row < 28; row++) {
            for (int column = 0; column < 28; column++) {
                boolean inside = row >= 4 && row < 24 && column >= 11 && column < 17;
                boolean outside = row < 3 || row > 24 || column < 10 || column > 17;
                float value = seen.values()[row * 28 + column];
                assertTrue(!outside || value == 0, row + ", " + column + ": " + value);
                assertTrue(!inside || value > 0.8, row + ", " + column + ": " + value);
            }
        }
        Pixels dark = new Fitting(1, 28, 28, false, Centring.MNIST).of(sheet());
        assertArrayEquals(seen.inverted().values(), dark.values(), 1e-3f);
    }

    @Test
    void aShadowOnThePaperIsNoFigure() {
        float[] values = sheet().values().clone();
        for (int i = 0; i < values.length; i++) {
            int row = i / 80;
            values[i] -= values[i] > 0.5f ? 0.002f * row : 0;
        }
        Pixels figure = grey(100, 80, values).figure();
        assertEquals(0, figure.values()[99 * 80 + 40]);
        assertTrue(figure.values()[70 * 80 + 10] > 0.8);
    }

    @Test
    void aFigureThatFillsThePictureStaysInside() {
        float[] values = new float[8 * 8];
        for (int row = 0; row < 8; row++) {
            values[row * 8 + 7 - row / 4] = 1;
            values[7 * 8 + row] = 1;
        }
        Pixels ink = grey(8, 8, values);
        assertArrayEquals(values, new Centring(8, 8, 1).of(ink).values(), 1e-6f);
    }

    @Test
    void anEmptySheetStaysEmpty() {
        float[] white = new float[9];
        Arrays.fill(white, 1);
        assertArrayEquals(
                new float[4],
                new Fitting(1, 2, 2, true, 1).of(grey(3, 3, white)).values());
        assertArrayEquals(
                new float[] {1, 1, 1, 1},
                new Fitting(1, 2, 2, false, 1).of(grey(3, 3, white)).values());
        assertEquals(0, grey(3, 3, white).figure().values()[4]);
    }
}
