package jimu.app.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jimu.engine.data.image.Centring;
import org.junit.jupiter.api.Test;

class InkTest {
    private final Ink ink = new Ink();

    @Test
    void aStrokeIsDarkWhereTheBrushWent() {
        ink.stroke(0.25, 0.5, 0.75, 0.5, 0.05);
        assertEquals(1, place(0.5, 0.5));
        assertEquals(1, place(0.26, 0.5));
        assertEquals(0, place(0.5, 0.7));
        assertEquals(0, place(0.1, 0.5));
    }

    private float place(double x, double y) {
        int row = (int) (y * Ink.SIDE);
        int column = (int) (x * Ink.SIDE);
        return ink.places()[row * Ink.SIDE + column];
    }

    @Test
    void whereverItIsDrawnThePictureIsTheSame() {
        ink.stroke(0.1, 0.1, 0.1, 0.3, 0.03);
        float[] corner = picture(28);
        ink.clear();
        ink.stroke(0.75, 0.5, 0.75, 0.7, 0.03);
        float[] middle = picture(28);
        assertArrayEquals(corner, middle, 0.3f);
        assertTrue(sum(corner) > 20);
    }

    @Test
    void theLongerSideTakesTwentyOfTwentyEightPixelsAroundTheMiddle() {
        ink.stroke(0.4, 0.3, 0.4, 0.6, 0.04);
        float[] picture = picture(28);
        int first = 28;
        int last = -1;
        for (int row = 0; row < 28; row++) {
            for (int column = 0; column < 28; column++) {
                if (picture[row * 28 + column] > 0.5) {
                    first = Math.min(first, row);
                    last = Math.max(last, row);
                }
            }
        }
        assertEquals(20, last - first + 1, 1);
        assertEquals(27, first + last, 1);
    }

    @Test
    void withoutADrawingThePictureIsEmpty() {
        assertTrue(ink.isEmpty());
        assertEquals(0, sum(picture(8)));
        ink.stroke(0.5, 0.5, 0.5, 0.5, 0.05);
        assertFalse(ink.isEmpty());
        ink.clear();
        assertTrue(ink.isEmpty());
    }

    @Test
    void aStrokeMayLeaveThePad() {
        ink.stroke(-0.2, 0.5, 1.2, 0.5, 0.05);
        assertEquals(1, place(0.001, 0.5));
        assertEquals(1, place(0.999, 0.5));
    }

    private float[] picture(int side) {
        return new Centring(side, side, Centring.MNIST).of(ink.pixels()).values();
    }

    private static double sum(float[] numbers) {
        double sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return sum;
    }
}
