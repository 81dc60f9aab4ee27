package jimu.app.fx.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jimu.engine.shape.TensorShape;
import org.junit.jupiter.api.Test;

class TensorSliceTest {
    private static float[] counting(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    @Test
    void theLastTwoAxesAreRowsAndColumns() {
        TensorSlice slice = new TensorSlice(counting(2 * 3 * 4 * 5), TensorShape.of(2, 3, 4, 5), List.of(1, 2));
        assertEquals(4, slice.rows());
        assertEquals(5, slice.columns());
        assertEquals(((1 * 3 + 2) * 4 + 3) * 5 + 4, slice.value(3, 4));
    }

    @Test
    void aVectorIsAColumn() {
        TensorSlice slice = new TensorSlice(counting(7), TensorShape.of(7), List.of());
        assertEquals(7, slice.rows());
        assertEquals(1, slice.columns());
        assertEquals(6, slice.value(6, 0));
    }

    @Test
    void aNumberIsARowOfOne() {
        TensorSlice slice = new TensorSlice(new float[] {3}, TensorShape.SCALAR, List.of());
        assertEquals(1, slice.rows());
        assertEquals(1, slice.columns());
        assertEquals(3, slice.value(0, 0));
    }
}
