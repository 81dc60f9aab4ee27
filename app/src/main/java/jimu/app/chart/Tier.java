package jimu.app.chart;

import java.util.Arrays;

/** Rows of a pyramid: each tells of as many steps their lowest, highest and mean value and how many of them were numbers. */
final class Tier {
    private static final int FIRST = 16;

    private float[] low = new float[FIRST];
    private float[] high = new float[FIRST];
    private float[] mean = new float[FIRST];
    private int[] finite = new int[FIRST];
    private int size;

    int size() {
        return size;
    }

    /** Adds what a stretch holds as the next row. */
    void add(Extent stretch) {
        if (size == low.length) {
            low = Arrays.copyOf(low, 2 * size);
            high = Arrays.copyOf(high, 2 * size);
            mean = Arrays.copyOf(mean, 2 * size);
            finite = Arrays.copyOf(finite, 2 * size);
        }
        low[size] = (float) stretch.low();
        high[size] = (float) stretch.high();
        mean[size] = (float) stretch.mean();
        finite[size] = (int) stretch.finite();
        size++;
    }

    /** Adds a row, which stands for {@code steps} steps, to a stretch. */
    void gather(int row, long steps, Extent into) {
        into.add(low[row], high[row], mean[row], finite[row], steps - finite[row]);
    }

    double mean(int row) {
        return mean[row];
    }

    Tier copy() {
        Tier copy = new Tier();
        copy.low = Arrays.copyOf(low, low.length);
        copy.high = Arrays.copyOf(high, high.length);
        copy.mean = Arrays.copyOf(mean, mean.length);
        copy.finite = Arrays.copyOf(finite, finite.length);
        copy.size = size;
        return copy;
    }
}
