package jimu.engine.data;

import java.util.Arrays;
import java.util.OptionalInt;
import jimu.engine.random.Purpose;
import jimu.engine.random.RandomStream;

/**
 * Samples in three parts without a common one; validation and test may be empty.
 *
 * @param train what the network learns from
 * @param validation what tells during training whether it generalises
 * @param test what tells at the end
 */
public record Splits(Dataset train, Dataset validation, Dataset test) {
    /** Draws a test part, then a validation part from the rest. Fractions lie in [0, 1); parts are rounded to whole samples. */
    public static Splits of(Dataset all, double validationFraction, double testFraction, long seed) {
        Dataset[] parts = divide(all, testFraction, seed, "test");
        return withTest(parts[0], parts[1], validationFraction, seed);
    }

    /** Draws a validation part from {@code training} and keeps a test part that the data came with. */
    public static Splits withTest(Dataset training, Dataset test, double validationFraction, long seed) {
        Dataset[] parts = divide(training, validationFraction, seed, "validation");
        return new Splits(parts[0], parts[1], test);
    }

    /**
     * At most {@code most} samples of the training part, and the same share of the others, drawn from each part by the seed. A
     * smaller limit draws some of the samples of a larger one, no sample changes its part, and no part becomes empty.
     */
    public Splits limited(OptionalInt most, long seed) {
        if (most.isEmpty() || most.getAsInt() >= train.size()) {
            return this;
        }
        double share = (double) most.getAsInt() / train.size();
        return new Splits(
                draw(train, share, seed, "train"),
                draw(validation, share, seed, "validation"),
                draw(test, share, seed, "test"));
    }

    private static Dataset draw(Dataset part, double share, long seed, String name) {
        int count = Math.min(part.size(), Math.max(1, (int) Math.round(part.size() * share)));
        int[] order = new RandomStream(seed, Purpose.SPLIT, "limit." + name).permutation(part.size());
        int[] drawn = Arrays.copyOf(order, count);
        Arrays.sort(drawn);
        return new Drawn(part, drawn);
    }

    private static Dataset[] divide(Dataset all, double fraction, long seed, String path) {
        int drawn = (int) Math.min(Math.round(all.size() * fraction), Math.max(0, all.size() - 1));
        int[] order = new RandomStream(seed, Purpose.SPLIT, path).permutation(all.size());
        int[] second = Arrays.copyOfRange(order, 0, drawn);
        int[] first = Arrays.copyOfRange(order, drawn, order.length);
        Arrays.sort(first);
        Arrays.sort(second);
        return new Dataset[] {new Subset(all, first), new Subset(all, second)};
    }
}
