package jimu.engine.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;

class NumberArrayTest {
    private static final TensorShape TWO = TensorShape.of(2);

    @Test
    void numbersAreConvertedWhereAsked() {
        long large = (1L << 60) + 1;
        NumberArray longs = NumberArray.of(TWO, new long[] {large, -3});
        assertArrayEquals(new float[] {large, -3}, longs.floats());
        assertArrayEquals(new double[] {large, -3}, longs.doubles());
        assertArrayEquals(new long[] {large, -3}, longs.longs());
        assertArrayEquals(
                new long[] {2, -3},
                NumberArray.of(TWO, new double[] {2.9, -3.1}).longs());
        assertArrayEquals(
                new float[] {7, 8}, NumberArray.of(TWO, new int[] {7, 8}).floats());
    }

    @Test
    void numbersOfTheRightTypeAreShared() {
        float[] values = {1, 2};
        assertSame(values, NumberArray.of(TWO, values).floats());
    }

    @Test
    void shapeTypeAndNumbersMakeArraysEqual() {
        NumberArray one = NumberArray.of(TWO, new float[] {1, 2});
        assertEquals(one, NumberArray.of(TWO, new float[] {1, 2}));
        assertNotEquals(one, NumberArray.of(TWO, new float[] {1, 3}));
        assertNotEquals(one, NumberArray.of(TWO, new int[] {1, 2}));
        assertNotEquals(one, one.withShape(TensorShape.of(1, 2)));
        assertThrows(IllegalArgumentException.class, () -> NumberArray.of(TWO, new float[3]));
    }

    @Test
    void numbersInATensorAreConvertedAsThoseOfAnArray() {
        float[] values = {1.5f, -2, 7};
        try (Memory memory = new Memory()) {
            Tensor tensor = memory.allocate(DType.FLOAT32, 3);
            tensor.write(0, values, 0, 3);
            NumberArray array = NumberArray.of(TensorShape.of(3), tensor);
            assertArrayEquals(values, array.floats());
            assertArrayEquals(new double[] {1.5, -2, 7}, array.doubles());
            assertArrayEquals(new long[] {1, -2, 7}, array.longs());
        }
    }
}
