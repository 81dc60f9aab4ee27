package jimu.app.fx.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import jimu.engine.shape.TensorShape;
import org.junit.jupiter.api.Test;

class TensorMapsTest {
    @Test
    void picturesAndFiltersAndSmallMatricesAreWorthSeeing() {
        assertTrue(TensorMaps.fit(TensorShape.of(6, 28, 28)));
        assertTrue(TensorMaps.fit(TensorShape.of(16, 6, 5, 5)));
        assertTrue(TensorMaps.fit(TensorShape.of(120, 400)));
        assertFalse(TensorMaps.fit(TensorShape.of(4096, 9216)));
        assertFalse(TensorMaps.fit(TensorShape.of(16, 6, 1, 1)));
        assertFalse(TensorMaps.fit(TensorShape.of(10)));
        assertFalse(TensorMaps.fit(TensorShape.SCALAR));
    }

    @Test
    void theLastLeadingAxisRunsFastest() {
        TensorShape shape = TensorShape.of(2, 3, 2, 2);
        TensorMaps maps = new TensorMaps(new float[24], shape, new Shades(0, 1, Shades.Kind.GREY));
        assertEquals(6, maps.count());
        assertEquals(List.of(1, 1), maps.index(4));
    }

    @Test
    void eachMapHasItsOwnNumbersInCommonShades() {
        float[] numbers = {0, 0, 0, 0, 0, 1, 2, 4};
        TensorMaps maps = new TensorMaps(numbers, TensorShape.of(2, 2, 2), Shades.of(Statistics.of(numbers)));
        assertArrayEquals(
                new int[] {0xff000000, 0xff000000, 0xff000000, 0xff000000},
                maps.picture(0).argb());
        assertArrayEquals(
                new int[] {0xff000000, 0xff404040, 0xff808080, 0xffffffff},
                maps.picture(1).argb());
    }

    @Test
    void numbersOnBothSidesOfZeroAreBlueAndRed() {
        Shades shades = Shades.of(Statistics.of(new float[] {-1, 2}));
        assertEquals(new Shades(-2, 2, Shades.Kind.DIVERGING), shades);
        assertEquals(0xff2166ac, shades.color(-2));
        assertEquals(0xfff7f7f7, shades.color(0));
        assertEquals(0xffb2182b, shades.color(2));
        assertEquals(0xffffd33d, shades.color(Double.NaN));
    }
}
