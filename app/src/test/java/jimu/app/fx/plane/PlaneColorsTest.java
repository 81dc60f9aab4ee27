package jimu.app.fx.plane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jimu.app.fx.plane.Surface.Meaning;
import org.junit.jupiter.api.Test;

class PlaneColorsTest {
    private static final int RED = 0xffff0000;
    private static final int BLUE = 0xff0000ff;
    private static final int GREEN = 0xff00ff00;
    private static final int WHITE = 0xffffffff;
    private static final int STRONG_RED = 0xffff6161;
    private static final int STRONG_BLUE = 0xff6161ff;
    private static final Extent EXTENT = new Extent(0, 1, 0, 1);

    private final PlaneColors colors = new PlaneColors(new int[] {RED, BLUE, GREEN}, WHITE);

    @Test
    void theUndecidedIsNeutralAndTheSureStrong() {
        Surface surface = surface(Meaning.YES, 1, 0, 0.5f, 1);
        assertArrayEquals(new int[] {STRONG_RED, WHITE, STRONG_BLUE}, colors.pixels(surface, Shading.SMOOTH));
    }

    @Test
    void discreteColoursKnowWinnersAlone() {
        Surface surface = surface(Meaning.YES, 1, 0.4f, 0.5f, 0.6f);
        assertArrayEquals(new int[] {STRONG_RED, STRONG_RED, STRONG_BLUE}, colors.pixels(surface, Shading.DISCRETE));
    }

    @Test
    void theLikeliestOfManyClassesGivesTheColour() {
        Surface surface = surface(Meaning.CLASSES, 3, 1, 0, 0, 1 / 3f, 1 / 3f, 1 / 3f, 0, 0, 1);
        assertArrayEquals(new int[] {STRONG_RED, WHITE, 0xff61ff61}, colors.pixels(surface, Shading.SMOOTH));
    }

    @Test
    void valuesGoFromOneColourOverNeutralToAnother() {
        Surface surface = surface(Meaning.VALUE, 1, -2, 0, 2);
        assertArrayEquals(new int[] {STRONG_RED, WHITE, STRONG_BLUE}, colors.pixels(surface, Shading.SMOOTH));
        assertEquals(RED, colors.ofValue(-9, -2, 2), "beyond the ends");
    }

    @Test
    void theTopRowComesFirst() {
        Surface surface = new Surface(EXTENT, 1, 2, Meaning.YES, 1, new float[] {0, 1}, 0, 1);
        assertArrayEquals(new int[] {STRONG_BLUE, STRONG_RED}, colors.pixels(surface, Shading.SMOOTH));
    }

    @Test
    void whatIsNoNumberIsYellow() {
        int strange = 0xffffd33d;
        assertArrayEquals(new int[] {strange}, colors.pixels(surface(Meaning.YES, 1, Float.NaN), Shading.DISCRETE));
        assertArrayEquals(
                new int[] {strange}, colors.pixels(surface(Meaning.CLASSES, 2, 0, Float.NaN), Shading.SMOOTH));
        assertArrayEquals(
                new int[] {strange}, colors.pixels(surface(Meaning.VALUE, 1, Float.POSITIVE_INFINITY), Shading.SMOOTH));
    }

    @Test
    void oneNumberOfManyIsAValueAboutZero() {
        Surface single = surface(Meaning.CLASSES, 2, 1, -4, 2, 3).single(1);
        assertArrayEquals(new float[] {-4, 3}, single.numbers());
        assertEquals(-4, single.low());
        assertEquals(4, single.high());
    }

    private static Surface surface(Meaning meaning, int each, float... numbers) {
        return new Surface(EXTENT, numbers.length / each, 1, meaning, each, numbers, -2, 2);
    }
}
