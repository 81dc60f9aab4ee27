package jimu.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import jimu.engine.data.image.Resize;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchReaderTest {
    private static final Preprocessing HALVED = new Preprocessing(Map.of("x", Affine.scaling(0.5)));

    private final Memory memory = new Memory();

    @AfterEach
    void free() {
        memory.close();
    }

    @Test
    void chosenSamplesStandOneAfterAnother() {
        Tensor batch = memory.allocate(DType.FLOAT32, 12);
        new BatchReader(new Numbers(9), "x", HALVED, 0).read(new int[] {8, 4, 2, 1}, 1, 2, batch);
        assertArrayEquals(
                new float[] {20, 20.5f, 21, 21.5f, 22, 22.5f, 10, 10.5f, 11, 11.5f, 12, 12.5f}, floats(batch));
    }

    @Test
    void batchAxisCanBeTheSecond() {
        Tensor batch = memory.allocate(DType.FLOAT32, 12);
        new BatchReader(new Numbers(9), "x", Preprocessing.NONE, 1).read(new int[] {0, 1}, 0, 2, batch);
        assertArrayEquals(new float[] {0, 1, 2, 10, 11, 12, 3, 4, 5, 13, 14, 15}, floats(batch));
    }

    @Test
    void batchAxisCanBeTheLast() {
        Tensor batch = memory.allocate(DType.FLOAT32, 12);
        new BatchReader(new Numbers(9), "x", Preprocessing.NONE, 2).read(new int[] {0, 1}, 0, 2, batch);
        assertArrayEquals(new float[] {0, 10, 1, 11, 2, 12, 3, 13, 4, 14, 5, 15}, floats(batch));
    }

    @Test
    void largeBatchesPassThroughTheChunkInPieces() {
        int count = 3000;
        Tensor batch = memory.allocate(DType.FLOAT32, 6L * count);
        new BatchReader(new Numbers(count), "x", Preprocessing.NONE, 0)
                .read(SampleOrder.sequential(count), 0, count, batch);
        float[] expected = new float[6 * count];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = i / 6 * 10 + i % 6;
        }
        assertArrayEquals(expected, floats(batch));
    }

    @Test
    void classesAreCopiedAsIntegers() {
        Tensor batch = memory.allocate(DType.INT32, 3);
        new BatchReader(new Numbers(9), "class", Preprocessing.NONE, 0).read(new int[] {2, 3, 7}, 0, 3, batch);
        int[] classes = new int[3];
        batch.read(0, classes, 0, 3);
        assertArrayEquals(new int[] {2, 0, 1}, classes);
    }

    @Test
    void anInputMayGiveTheNumbersAnotherShape() {
        Tensor batch = memory.allocate(DType.FLOAT32, 12);
        new BatchReader(new Numbers(9), "x", Preprocessing.NONE, TensorShape.of(3, 2), 1)
                .read(new int[] {0, 1}, 0, 2, batch);
        assertArrayEquals(new float[] {0, 1, 10, 11, 2, 3, 12, 13, 4, 5, 14, 15}, floats(batch));
        assertThrows(
                IllegalArgumentException.class,
                () -> new BatchReader(new Numbers(9), "x", Preprocessing.NONE, TensorShape.of(5), 0));
    }

    @Test
    void picturesAreMappedAndThenBroughtToTheirSize() {
        Dataset pictures = new Pictures();
        Preprocessing preprocessing =
                new Preprocessing(Map.of("image", Affine.scaling(0.5)), Map.of("image", new Resize(3, 1, 4)));
        Tensor batch = memory.allocate(DType.FLOAT32, 24);
        new BatchReader(pictures, "image", preprocessing, 0).read(new int[] {1, 0}, 0, 2, batch);
        float[] second = {5, 5.25F, 5.75F, 6};
        float[] first = {0, 0.25F, 0.75F, 1};
        float[] wanted = new float[24];
        for (int channel = 0; channel < 3; channel++) {
            System.arraycopy(second, 0, wanted, channel * 4, 4);
            System.arraycopy(first, 0, wanted, 12 + channel * 4, 4);
        }
        assertArrayEquals(wanted, floats(batch));
    }

    @Test
    void aReaderTurnsToOtherSamples() {
        Tensor batch = memory.allocate(DType.INT32, 1);
        BatchReader reader = new BatchReader(new Numbers(9), "class", Preprocessing.NONE, 0);
        reader.turnTo(new Subset(new Numbers(9), new int[] {5}));
        reader.read(new int[] {0}, 0, 1, batch);
        int[] classes = new int[1];
        batch.read(0, classes, 0, 1);
        assertArrayEquals(new int[] {2}, classes);
    }

    /** Pictures (1, 1, 2) of the numbers 10 s and 10 s + 2. */
    private static final class Pictures implements Dataset {
        @Override
        public String name() {
            return "pictures";
        }

        @Override
        public List<Field> fields() {
            return List.of(new Field("image", TensorType.float32(1, 1, 2), List.of()));
        }

        @Override
        public int size() {
            return 2;
        }

        @Override
        public void copy(String field, int sample, float[] to, int at) {
            to[at] = 10 * sample;
            to[at + 1] = 10 * sample + 2;
        }

        @Override
        public void copy(String field, int sample, int[] to, int at) {
            throw new IllegalArgumentException(field);
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Tensor batch = memory.allocate(DType.FLOAT32, 12);
        BatchReader reader = new BatchReader(new Numbers(9), "x", HALVED, 0);
        assertThrows(IllegalArgumentException.class, () -> reader.read(new int[3], 0, 3, batch));
        assertThrows(IndexOutOfBoundsException.class, () -> reader.read(new int[3], 2, 2, batch));
        assertThrows(IllegalArgumentException.class, () -> new BatchReader(new Numbers(9), "y", HALVED, 0));
        assertThrows(IllegalArgumentException.class, () -> new BatchReader(new Numbers(9), "x", HALVED, 3));
        Preprocessing narrow = new Preprocessing(Map.of("x", new Affine(new double[5], new double[5])));
        assertThrows(IllegalArgumentException.class, () -> new BatchReader(new Numbers(9), "x", narrow, 0));
    }

    @Test
    void readingAllocatesNothing() {
        Tensor images = memory.allocate(DType.FLOAT32, 64 * 6);
        Tensor classes = memory.allocate(DType.INT32, 64);
        Dataset part = new Subset(new Numbers(1000), SampleOrder.sequential(1000));
        BatchReader imageReader = new BatchReader(part, "x", HALVED, 0);
        BatchReader classReader = new BatchReader(part, "class", HALVED, 0);
        int[] order = SampleOrder.shuffled(1, 0, 1000);
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        long thread = Thread.currentThread().getId();
        long allocated = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 3; attempt++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < 1000; i++) {
                imageReader.read(order, i % 900, 64, images);
                classReader.read(order, i % 900, 64, classes);
            }
            allocated = Math.min(allocated, threads.getThreadAllocatedBytes(thread) - before);
        }
        assertTrue(allocated < 1000, "2,000 batches allocated " + allocated + " bytes");
    }

    private static float[] floats(Tensor tensor) {
        float[] values = new float[(int) tensor.length()];
        tensor.read(0, values, 0, values.length);
        return values;
    }
}
