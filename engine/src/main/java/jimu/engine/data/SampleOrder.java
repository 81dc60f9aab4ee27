package jimu.engine.data;

import jimu.engine.random.Purpose;
import jimu.engine.random.RandomStream;

/** The orders in which an epoch goes through samples. */
public final class SampleOrder {
    private SampleOrder() {}

    /** The numbers 0 … count − 1 in the random order of one epoch; a function of its arguments alone. */
    public static int[] shuffled(long seed, int epoch, int count) {
        return new RandomStream(seed, Purpose.SHUFFLE, "").at(epoch).permutation(count);
    }

    /** The numbers 0 … count − 1 as they come. */
    public static int[] sequential(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        return order;
    }
}
