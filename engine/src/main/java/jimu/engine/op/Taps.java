package jimu.engine.op;

import java.util.stream.IntStream;

/** Of which two elements of an axis each element of the resized axis is mixed. */
public final class Taps {
    private final int[] firsts;
    private final int[] seconds;
    private final double[] shares;

    private Taps(int[] firsts, int[] seconds, double[] shares) {
        this.firsts = firsts;
        this.seconds = seconds;
        this.shares = shares;
    }

    /** Each from one element: the last at or before {@code step} times its own place, in float as PyTorch reckons. */
    static Taps nearest(int size, int results, double step) {
        int[] places = IntStream.range(0, results)
                .map(i -> Math.min((int) (i * (float) step), size - 1))
                .toArray();
        return new Taps(places, places, new double[results]);
    }

    /** Each from the two elements around {@code step} times its own place, counted from their middles unless they are aligned. */
    static Taps linear(int size, int results, double step, double middle) {
        int[] firsts = new int[results];
        int[] seconds = new int[results];
        double[] shares = new double[results];
        for (int i = 0; i < results; i++) {
            double place = results == size ? i : Math.max(0, (i + middle) * step - middle);
            firsts[i] = Math.min((int) place, size - 1);
            seconds[i] = Math.min(firsts[i] + 1, size - 1);
            shares[i] = Math.min(place - firsts[i], 1);
        }
        return new Taps(firsts, seconds, shares);
    }

    /** How many elements the resized axis has. */
    public int results() {
        return firsts.length;
    }

    /** The first of the two elements. */
    public int first(int result) {
        return firsts[result];
    }

    /** The second of the two elements. */
    public int second(int result) {
        return seconds[result];
    }

    /** What part of the result comes from the second element. */
    public double share(int result) {
        return shares[result];
    }
}
