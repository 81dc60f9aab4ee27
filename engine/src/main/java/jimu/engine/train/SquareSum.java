package jimu.engine.train;

/** Sums squares in four interleaved sums, which a processor adds up side by side; the order is always the same. */
final class SquareSum {
    private static final int LANES = 4;

    private SquareSum() {}

    /** Σ x² over the first {@code count} numbers, in double. */
    static double of(float[] numbers, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + LANES <= count; i += LANES) {
            double w = numbers[i];
            double x = numbers[i + 1];
            double y = numbers[i + 2];
            double z = numbers[i + 3];
            a += w * w;
            b += x * x;
            c += y * y;
            d += z * z;
        }
        for (; i < count; i++) {
            double w = numbers[i];
            a += w * w;
        }
        return (a + b) + (c + d);
    }
}
