package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import jimu.engine.data.BatchReader;
import jimu.engine.data.Preprocessing;
import jimu.engine.data.SampleOrder;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Batches of 500 pictures of 36 pixels, large enough to be read ahead, and smaller ones on the same inputs. */
class IntakeTest {
    private static final int BATCH = 500;
    private static final int SMALL = 460;
    private static final int PIXELS = 36;

    private final Memory memory = new Memory();
    private final Intake intake = new Intake();
    private final Batches batches = new Batches(new Stripes(1500, 1), SampleOrder.shuffled(4, 1, 1500));
    private final List<Tensor> inputs = List.of(tensor(BATCH), tensor(BATCH));
    private final Feeds feeds = feeds(BATCH);
    private final Feeds smaller = feeds(SMALL);

    @AfterEach
    void close() {
        intake.close();
        memory.close();
    }

    @Test
    void whatWasReadAheadLiesOnTheOtherSideAndIsWhatWouldHaveBeenRead() {
        int first = intake.read(feeds, batches, 0);
        intake.begin(feeds, batches, 500);
        assertEquals(1 - first, intake.read(feeds, batches, 500));
        assertArrayEquals(direct(batches, 500, BATCH), numbers(1 - first, BATCH));
    }

    @Test
    void theBatchThatIsComputedOnStaysWhileTheNextIsRead() {
        int side = intake.read(feeds, batches, 0);
        intake.begin(smaller, batches, 500);
        intake.begin(feeds, batches, 1000);
        assertArrayEquals(direct(batches, 0, BATCH), numbers(side, BATCH));
    }

    @Test
    void theNextBatchMayBeOfAnotherSizeAndOfOtherSamples() {
        Batches others = new Batches(new Stripes(1500, 2), SampleOrder.shuffled(4, 2, 1500));
        intake.read(feeds, batches, 1000);
        intake.begin(smaller, others, 0);
        int side = intake.read(smaller, others, 0);
        assertArrayEquals(direct(others, 0, SMALL), numbers(side, SMALL));
    }

    @Test
    void otherSamplesThanThoseReadAheadAreReadAtOnce() {
        Batches others = new Batches(new Stripes(1500, 2), batches.order());
        intake.begin(feeds, batches, 500);
        assertArrayEquals(direct(batches, 1000, BATCH), numbers(intake.read(feeds, batches, 1000), BATCH));
        intake.begin(feeds, batches, 500);
        assertArrayEquals(direct(others, 500, BATCH), numbers(intake.read(feeds, others, 500), BATCH));
        intake.begin(feeds, batches, 500);
        assertArrayEquals(direct(batches, 500, SMALL), numbers(intake.read(smaller, batches, 500), SMALL));
    }

    @Test
    void whatIsAskedForTwiceIsReadTwice() {
        intake.begin(feeds, batches, 500);
        intake.read(feeds, batches, 500);
        assertArrayEquals(direct(batches, 500, BATCH), numbers(intake.read(feeds, batches, 500), BATCH));
    }

    @Test
    void aSampleThatCannotBeReadIsReportedWhereItIsAskedFor() {
        Batches wrong = new Batches(batches.samples(), new int[] {1, 2, 3});
        intake.begin(feeds, wrong, 0);
        assertThrows(IndexOutOfBoundsException.class, () -> intake.read(feeds, wrong, 0));
    }

    private Feeds feeds(int batch) {
        Feeds made = new Feeds(batch);
        made.add(
                new BatchReader(batches.samples(), "x", Preprocessing.NONE, 0),
                inputs.stream()
                        .map(input -> input.slice(0, (long) batch * PIXELS))
                        .toList());
        return made;
    }

    private Tensor tensor(int batch) {
        return memory.allocate(DType.FLOAT32, (long) batch * PIXELS);
    }

    private float[] direct(Batches of, int from, int count) {
        Tensor tensor = tensor(count);
        new BatchReader(of.samples(), "x", Preprocessing.NONE, 0).read(of.order(), from, count, tensor);
        return read(tensor);
    }

    private float[] numbers(int side, int count) {
        return read(inputs.get(side).slice(0, (long) count * PIXELS));
    }

    private static float[] read(Tensor tensor) {
        float[] numbers = new float[(int) tensor.length()];
        tensor.read(0, numbers, 0, numbers.length);
        return numbers;
    }
}
