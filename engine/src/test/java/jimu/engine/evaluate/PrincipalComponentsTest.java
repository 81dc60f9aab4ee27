package jimu.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
    @Test
    void placesAndSharesAreThoseOfNumPysSingularValues() {
        float[] numbers = {2, 0, 1, 0, 1, 3, 4, -1, 2, 1, 5, 0, -2, 2, 2};
        PrincipalComponents found = PrincipalComponents.of(numbers, 3);
        assertArrayEquals(new float[] {-1.6207f, 0.175f, -3.802f, 2.8914f, 2.3563f}, found.x(), 1e-4f);
        assertArrayEquals(new float[] {0.2782f, -1.6132f, 0.6238f, 2.6701f, -1.9588f}, found.y(), 1e-4f);
        assertEquals(0.66865168, found.first(), 1e-6);
        assertEquals(0.30248401, found.second(), 1e-6);
    }

    @Test
    void vectorsOnALineHaveOneDirection() {
        PrincipalComponents found = PrincipalComponents.of(new float[] {1, 2, 2, 4, 3, 6}, 2);
        assertEquals(1, found.first(), 1e-9);
        assertArrayEquals(new float[] {0, 0, 0}, found.y(), 1e-6f);
        assertArrayEquals(new float[] {-(float) Math.sqrt(5), 0, (float) Math.sqrt(5)}, found.x(), 1e-5f);
    }

    @Test
    void singleNumbersAndEqualVectorsAreDrawnToo() {
        assertArrayEquals(
                new float[] {-1, 0, 1},
                PrincipalComponents.of(new float[] {4, 5, 6}, 1).x(),
                1e-6f);
        PrincipalComponents equal = PrincipalComponents.of(new float[] {4, 4, 4, 4}, 2);
        assertArrayEquals(new float[] {0, 0}, equal.x());
        assertEquals(0, equal.first());
    }
}
