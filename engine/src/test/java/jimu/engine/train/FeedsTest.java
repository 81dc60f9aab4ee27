package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jimu.engine.data.BatchReader;
import jimu.engine.data.Preprocessing;
import jimu.engine.data.SampleOrder;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Batches of 500 pictures of 36 pixels: large enough to be read ahead. */
class FeedsTest {
    private static final int BATCH = 500;
    private static final int PIXELS = 36;

    private final Memory memory = new Memory();
    private final Aside aside = new Aside();
    private final Stripes first = new Stripes(1500, 1);
    private final Tensor source = memory.allocate(DType.FLOAT32, (long) BATCH * PIXELS);
    private final Feeds feeds = new Feeds(BATCH, aside, memory);
    private final int[] order = SampleOrder.shuffled(4, 1, 1500);

    FeedsTest() {
        feeds.add(new BatchReader(first, "x", Preprocessing.NONE, 0), source);
    }

    @AfterEach
    void close() {
        aside.close();
        memory.close();
    }

    @Test
    void whatWasReadAheadIsWhatWouldHaveBeenRead() {
        feeds.read(order, 0);
        feeds.begin(order, 500);
        feeds.read(order, 500);
        assertArrayEquals(direct(first, 500), numbers());
    }

    @Test
    void otherSamplesThanThoseReadAheadAreReadAtOnce() {
        feeds.begin(order, 500);
        feeds.read(order, 1000);
        assertArrayEquals(direct(first, 1000), numbers());
        feeds.read(order, 500);
        assertArrayEquals(direct(first, 500), numbers());
    }

    @Test
    void whatWasReadAheadOfAnotherDataSetIsForgotten() {
        Stripes second = new Stripes(1500, 2);
        feeds.begin(order, 500);
        feeds.turnTo(second);
        feeds.read(order, 500);
        assertArrayEquals(direct(second, 500), numbers());
    }

    @Test
    void aSampleThatCannotBeReadIsReportedWhereItIsAskedFor() {
        int[] wrong = {1, 2, 3};
        feeds.begin(wrong, 0);
        assertThrows(IndexOutOfBoundsException.class, () -> feeds.read(wrong, 0));
    }

    private float[] direct(Stripes data, int from) {
        Tensor tensor = memory.allocate(DType.FLOAT32, (long) BATCH * PIXELS);
        new BatchReader(data, "x", Preprocessing.NONE, 0).read(order, from, BATCH, tensor);
        return read(tensor);
    }

    private float[] numbers() {
        return read(source);
    }

    private static float[] read(Tensor tensor) {
        float[] numbers = new float[(int) tensor.length()];
        tensor.read(0, numbers, 0, numbers.length);
        return numbers;
    }
}
