package jimu.engine.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import jimu.engine.shape.DType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class TensorTest {
    private final Memory memory = new Memory();

    @AfterEach
    void free() {
        memory.close();
    }

    @Test
    void beginsWithZerosAtAMultipleOf64Bytes() {
        Tensor tensor = memory.allocate(DType.FLOAT64, 1001);
        double[] values = new double[1001];
        values[7] = 1;
        tensor.read(0, values, 0, 1001);
        assertArrayEquals(new double[1001], values);
        assertEquals(0, tensor.address() % 64);
        assertEquals(1001, tensor.length());
        assertEquals(DType.FLOAT64, tensor.dtype());
    }

    @Test
    void eachTypeComesBackAsItWasWritten() {
        Tensor floats = memory.allocate(DType.FLOAT32, 5);
        floats.write(1, new float[] {9, 1.5f, -2, 3}, 1, 3);
        float[] readFloats = new float[6];
        floats.read(0, readFloats, 1, 5);
        assertArrayEquals(new float[] {0, 0, 1.5f, -2, 3, 0}, readFloats);

        Tensor doubles = memory.allocate(DType.FLOAT64, 2);
        doubles.write(0, new double[] {Math.PI, -1e300}, 0, 2);
        double[] readDoubles = new double[2];
        doubles.read(0, readDoubles, 0, 2);
        assertArrayEquals(new double[] {Math.PI, -1e300}, readDoubles);

        Tensor ints = memory.allocate(DType.INT32, 2);
        ints.write(0, new int[] {Integer.MIN_VALUE, 16_777_217}, 0, 2);
        int[] readInts = new int[2];
        ints.read(0, readInts, 0, 2);
        assertArrayEquals(new int[] {Integer.MIN_VALUE, 16_777_217}, readInts);
    }

    @Test
    void otherTypesAreConverted() {
        Tensor doubles = memory.allocate(DType.FLOAT64, 3);
        doubles.write(0, new float[] {0.5f, 2, -3}, 0, 3);
        float[] floats = new float[3];
        doubles.read(0, floats, 0, 3);
        assertArrayEquals(new float[] {0.5f, 2, -3}, floats);
        int[] ints = new int[3];
        doubles.read(0, ints, 0, 3);
        assertArrayEquals(new int[] {0, 2, -3}, ints);
    }

    @Test
    void fillReachesEveryNumber() {
        Tensor tensor = memory.allocate(DType.FLOAT32, 3);
        tensor.fill(2.5);
        assertArrayEquals(new float[] {2.5f, 2.5f, 2.5f}, floats(tensor));
        tensor.slice(1, 1).fill(0);
        assertArrayEquals(new float[] {2.5f, 0, 2.5f}, floats(tensor));
    }

    @Test
    void sliceSharesMemory() {
        Tensor tensor = memory.allocate(DType.FLOAT32, 6);
        Tensor slice = tensor.slice(2, 3);
        assertEquals(tensor.address() + 8, slice.address());
        slice.write(0, new float[] {1, 2, 3}, 0, 3);
        tensor.write(5, slice, 1, 1);
        assertArrayEquals(new float[] {0, 0, 1, 2, 3, 2}, floats(tensor));
        assertThrows(IndexOutOfBoundsException.class, () -> slice.read(1, new float[3], 0, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> tensor.slice(4, 3));
    }

    @Test
    void arrayOfASliceSharesMemoryAtItsAddress() {
        Tensor tensor = memory.allocate(DType.FLOAT32, 16);
        Tensor slice = tensor.slice(3, 6);
        INDArray array = slice.array(2, 3);
        assertEquals(slice.address(), array.data().addressPointer().address());
        slice.write(0, new float[] {0, 1, 2, 3, 4, 5}, 0, 6);
        assertEquals(5, array.getFloat(1, 2));
        array.muli(2);
        assertArrayEquals(new float[] {0, 0, 0, 0, 2, 4, 6, 8, 10, 0, 0, 0, 0, 0, 0, 0}, floats(tensor));
        assertArrayEquals(new long[] {2, 3}, array.shape());
        assertEquals(10, slice.slice(5, 1).array().getDouble());
        assertThrows(IllegalArgumentException.class, () -> slice.array(2, 2));
    }

    @Test
    void bulkCopiesAllocateNothing() {
        Tensor floats = memory.allocate(DType.FLOAT32, 4096);
        Tensor doubles = memory.allocate(DType.FLOAT64, 64);
        Tensor ints = memory.allocate(DType.INT32, 64);
        float[] floatChunk = new float[2048];
        double[] doubleChunk = new double[64];
        int[] intChunk = new int[64];
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        long thread = Thread.currentThread().getId();
        long allocated = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 3; attempt++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < 10_000; i++) {
                floats.read(1000, floatChunk, 0, 2048);
                floats.write(i % 2048, floatChunk, 0, 2048);
                floats.write(0, floats, 2048, 1024);
                doubles.write(0, doubleChunk, 0, 64);
                doubles.read(0, doubleChunk, 0, 64);
                ints.write(0, intChunk, 0, 64);
                ints.read(0, intChunk, 0, 64);
                ints.fill(0);
            }
            allocated = Math.min(allocated, threads.getThreadAllocatedBytes(thread) - before);
        }
        assertTrue(allocated < 1000, "80,000 copies allocated " + allocated + " bytes");
    }

    private static float[] floats(Tensor tensor) {
        float[] values = new float[(int) tensor.length()];
        tensor.read(0, values, 0, values.length);
        return values;
    }
}
