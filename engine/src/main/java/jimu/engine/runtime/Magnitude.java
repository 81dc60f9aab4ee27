package jimu.engine.runtime;

import java.util.Arrays;

/** Bounds how large numbers are that are shown to it chunk by chunk: by the roots of sums of their squares. */
public final class Magnitude {
    /** The most numbers that are shown at a time. */
    public static final int CHUNK = 2048;

    private static final int LANES = 64;

    private final float[] squares = new float[CHUNK];
    private int used;

    /** Forgets what it was shown. */
    public void clear() {
        Arrays.fill(squares, 0, used, 0);
        used = 0;
    }

    /** Shows it the first {@code count} numbers: many sums side by side, so that the loop is done in vectors. */
    public void add(float[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            squares[i] += numbers[i] * numbers[i];
        }
        used = Math.max(used, count);
    }

    /** What no magnitude exceeds; infinite or NaN if one of the numbers is infinite, very large or not a number. */
    public float bound() {
        while (used > LANES) {
            int half = Math.max(LANES, Integer.highestOneBit(used - 1));
            for (int i = half; i < used; i++) {
                squares[i - half] += squares[i];
            }
            Arrays.fill(squares, half, used, 0);
            used = half;
        }
        float most = 0;
        for (int i = 0; i < used; i++) {
            most = Math.max(most, squares[i]);
        }
        return (float) Math.sqrt(most);
    }
}
