package jimu.engine.shape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TensorShapeTest {
    private static final TensorShape BATCH = TensorShape.of(16, 5, 5).insert(0, Dim.N);

    @Test
    void itReadsAsOnAWire() {
        assertEquals("N × 16 × 5 × 5", BATCH.toString());
        assertEquals("400·N", new TensorShape(List.of(BATCH.product())).toString());
        assertEquals("scalar", TensorShape.SCALAR.toString());
        assertEquals(
                "N × 3 int32", new TensorType(DType.INT32, TensorShape.of(3).insert(0, Dim.N)).toString());
    }

    @Test
    void negativeAxesCountFromTheEnd() {
        assertEquals(Dim.of(5), BATCH.dim(-1));
        assertEquals(Dim.of(16), BATCH.dim(-3));
        assertEquals("N × 16 × 5 × 7", BATCH.with(-1, Dim.of(7)).toString());
        assertEquals("16 × 5", BATCH.slice(1, 3).toString());
    }

    @Test
    void theBatchSizeMakesItFixed() {
        assertTrue(BATCH.batched());
        assertEquals(TensorShape.of(32, 16, 5, 5), BATCH.at(32));
        assertArrayEquals(new long[] {2, 16, 5, 5}, BATCH.sizes(2));
        assertEquals(800, BATCH.elements(2));
        assertFalse(BATCH.at(2).batched());
        assertThrows(IllegalStateException.class, BATCH::sizes);
    }

    @Test
    void aScalarHasOneElement() {
        assertEquals(1, TensorShape.SCALAR.elements(7));
        assertEquals(Dim.of(1), TensorShape.SCALAR.product());
    }

    @Test
    void productsKnowTheBatchOnce() {
        assertEquals(Dim.timesN(400), BATCH.product());
        TensorShape twice = TensorShape.repeat(Dim.N, 2);
        assertThrows(IllegalArgumentException.class, twice::product);
        assertEquals(9, twice.elements(3));
    }

    @Test
    void sizesNeverOverflowSilently() {
        TensorShape huge = TensorShape.of(1L << 32, 1L << 31);
        assertThrows(ArithmeticException.class, () -> huge.elements(1));
        assertThrows(ArithmeticException.class, huge::product);
        assertThrows(ArithmeticException.class, () -> Dim.timesN(1L << 62).at(2));
        assertThrows(IllegalArgumentException.class, () -> Dim.of(-1));
        assertThrows(
                ArithmeticException.class, () -> TensorType.float32(1L << 62).bytes(1));
    }

    @Test
    void typesTakeFourBytesANumberAndFloat64Eight() {
        assertEquals(3200, new TensorType(DType.FLOAT32, BATCH).bytes(2));
        assertEquals(6400, new TensorType(DType.FLOAT64, BATCH).bytes(2));
        assertEquals(3200, new TensorType(DType.INT32, BATCH).bytes(2));
    }
}
