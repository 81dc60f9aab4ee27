package jimu.engine.random;

/**
 * A stream of random numbers keyed by seed, purpose, path and step, readable at any index.
 *
 * <p>The generator is Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011): the key comes
 * from seed, purpose and path, the counter from step and index. So a number depends neither on the thread nor on what was
 * drawn before, and a resumed run needs nothing saved. Reading draws no memory.
 */
public final class RandomStream {
    private static final int MULTIPLIER_0 = 0xD2511F53;
    private static final int MULTIPLIER_1 = 0xCD9E8D57;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final int ROUNDS = 10;
    private static final double TO_UNIT = 0x1.0p-24;

    private final int key0;
    private final int key1;
    private long step;
    private long block = -1;
    private int word0;
    private int word1;
    private int word2;
    private int word3;

    /** The stream for {@code purpose} at {@code path} under {@code seed}, at step 0. */
    public RandomStream(long seed, Purpose purpose, String path) {
        long key = mix(seed ^ mix(purpose.name().hashCode()));
        for (int i = 0; i < path.length(); i++) {
            key = mix(key ^ path.charAt(i));
        }
        key0 = (int) key;
        key1 = (int) (key >>> 32);
    }

    /** Turns to the numbers of another step; returns this stream. */
    public RandomStream at(long newStep) {
        step = newStep;
        block = -1;
        return this;
    }

    /** 32 random bits at {@code index} ≥ 0. */
    public int bits(long index) {
        long wanted = index >>> 2;
        if (wanted != block) {
            generate(wanted);
        }
        int lane = (int) index & 3;
        return lane == 0 ? word0 : lane == 1 ? word1 : lane == 2 ? word2 : word3;
    }

    /** A number uniform in [0, 1) with 24 random bits. */
    public float uniform(long index) {
        return (float) ((bits(index) >>> 8) * TO_UNIT);
    }

    /** A standard normal number, by Box and Muller's transform of the numbers at 2·index and 2·index + 1. */
    public double normal(long index) {
        double radius = Math.sqrt(-2 * Math.log(1 - (double) uniform(2 * index)));
        return radius * Math.cos(2 * Math.PI * uniform(2 * index + 1));
    }

    /** An integer uniform in [0, bound); {@code bound} &gt; 0. */
    public int below(int bound, long index) {
        return (int) (((bits(index) & 0xFFFFFFFFL) * bound) >>> 32);
    }

    /** The numbers 0 … count − 1 in random order (Fisher and Yates). */
    public int[] permutation(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = below(i + 1, i);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private void generate(long wanted) {
        int c0 = (int) wanted;
        int c1 = (int) (wanted >>> 32);
        int c2 = (int) step;
        int c3 = (int) (step >>> 32);
        int k0 = key0;
        int k1 = key1;
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = (MULTIPLIER_0 & 0xFFFFFFFFL) * (c0 & 0xFFFFFFFFL);
            long product1 = (MULTIPLIER_1 & 0xFFFFFFFFL) * (c2 & 0xFFFFFFFFL);
            int next0 = (int) (product1 >>> 32) ^ c1 ^ k0;
            int next2 = (int) (product0 >>> 32) ^ c3 ^ k1;
            c1 = (int) product1;
            c3 = (int) product0;
            c0 = next0;
            c2 = next2;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        word0 = c0;
        word1 = c1;
        word2 = c2;
        word3 = c3;
        block = wanted;
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
