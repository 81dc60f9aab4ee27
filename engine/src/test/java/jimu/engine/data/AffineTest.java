package jimu.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import jimu.engine.shape.TensorType;
import org.junit.jupiter.api.Test;

class AffineTest {
    @Test
    void theInverseTakesTheMapBack() {
        Affine map = new Affine(new double[] {10, -4}, new double[] {0.5, 8});
        float[] values = {12, 1, 8, -4};
        map.apply(values, 0, 4);
        assertArrayEquals(new float[] {1, 40, -1, 0}, values);
        map.inverse().apply(values, 0, 4);
        assertArrayEquals(new float[] {12, 1, 8, -4}, values);
    }

    @Test
    void columnsAreMeasuredWithoutTheirGaps() {
        Affine map = Affine.standardizing(new float[][] {{1, Float.NaN, 5, 99}, {7, 7, 7, 0}}, 0, 3);
        assertArrayEquals(new double[] {3, 7}, map.offset());
        assertArrayEquals(new double[] {0.5, 1}, map.scale());
    }

    @Test
    void oneMapServesAllNumbers() {
        float[] values = {9, 1, 2, 3, 9};
        new Affine(new double[] {1}, new double[] {0.5}).apply(values, 1, 3);
        assertArrayEquals(new float[] {9, 0, 0.5f, 1, 9}, values);
    }

    @Test
    void eachNumberCanHaveItsOwn() {
        float[] values = {9, 1, 2};
        new Affine(new double[] {1, 0}, new double[] {0.5, 10}).apply(values, 1, 2);
        assertArrayEquals(new float[] {9, 0, 20}, values);
        assertThrows(
                IllegalArgumentException.class, () -> new Affine(new double[2], new double[2]).apply(values, 0, 3));
    }

    @Test
    void standardizingMeasuresMeanAndDeviationOfTheWholeField() {
        Affine map = Affine.standardizing(new Numbers(2), "x");
        assertArrayEquals(new double[] {7.5}, map.offset(), 1e-12);
        assertArrayEquals(new double[] {1 / Math.sqrt(25 + 35.0 / 12)}, map.scale(), 1e-12);
    }

    @Test
    void standardizingEachMeasuresEveryNumber() {
        Affine map = Affine.standardizingEach(new Numbers(2), "x");
        assertArrayEquals(new double[] {5, 6, 7, 8, 9, 10}, map.offset(), 1e-12);
        assertArrayEquals(new double[] {0.2, 0.2, 0.2, 0.2, 0.2, 0.2}, map.scale(), 1e-12);
    }

    @Test
    void constantNumbersBecomeZero() {
        Affine map = Affine.standardizingEach(new Constant(0.1f), "x");
        float[] values = {0.1f};
        map.apply(values, 0, 1);
        assertEquals(0, values[0], 1e-7);
        assertArrayEquals(new double[] {1}, map.scale());
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Affine(new double[1], new double[2]));
        assertThrows(IllegalArgumentException.class, () -> new Affine(new double[0], new double[0]));
        assertThrows(IllegalArgumentException.class, () -> Affine.scaling(Double.NaN));
        assertFalse(new Affine(new double[2], new double[2]).fits(3));
    }

    private record Constant(float value) implements Dataset {
        @Override
        public String name() {
            return "constant";
        }

        @Override
        public List<Field> fields() {
            return List.of(new Field("x", TensorType.float32(1), List.of()));
        }

        @Override
        public int size() {
            return 7;
        }

        @Override
        public void copy(String field, int sample, float[] to, int at) {
            to[at] = value;
        }

        @Override
        public void copy(String field, int sample, int[] to, int at) {
            throw new IllegalArgumentException(field);
        }
    }
}
