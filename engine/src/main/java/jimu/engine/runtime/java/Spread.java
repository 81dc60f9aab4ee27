package jimu.engine.runtime.java;

import java.util.Arrays;

/**
 * A vector of parameters laid over data: each parameter covers {@code inner} neighbours, and after the last the first comes
 * again.
 */
final class Spread {
    private final int size;
    private final long inner;

    /** Lays {@code size} parameters out. */
    Spread(int size, long inner) {
        this.size = size;
        this.inner = inner;
    }

    /** Fills {@code to} with the parameters of the {@code count} elements from {@code from} on. */
    void fill(long from, double[] parameters, double[] to, int count) {
        int p = parameter(from);
        if (inner == 1) {
            for (int i = 0; i < count; p = 0) {
                int several = Math.min(count - i, size - p);
                System.arraycopy(parameters, p, to, i, several);
                i += several;
            }
            return;
        }
        int end = first(from, count);
        for (int i = 0; i < count; p = p + 1 == size ? 0 : p + 1) {
            Arrays.fill(to, i, end, parameters[p]);
            i = end;
            end = (int) Math.min(count, i + inner);
        }
    }

    /** Adds the numbers of the {@code count} elements from {@code from} on to the sums of their parameters. */
    void sum(long from, double[] numbers, double[] sums, int count) {
        int p = parameter(from);
        if (inner == 1) {
            for (int i = 0; i < count; p = 0) {
                int several = Math.min(count - i, size - p);
                add(numbers, i, sums, p, several);
                i += several;
            }
            return;
        }
        int end = first(from, count);
        for (int i = 0; i < count; p = p + 1 == size ? 0 : p + 1) {
            double sum = 0;
            for (; i < end; i++) {
                sum += numbers[i];
            }
            sums[p] += sum;
            end = (int) Math.min(count, i + inner);
        }
    }

    private static void add(double[] numbers, int at, double[] sums, int p, int count) {
        for (int i = 0; i < count; i++) {
            sums[p + i] += numbers[at + i];
        }
    }

    private int parameter(long from) {
        return (int) (from / inner % size);
    }

    /** Where the elements of the first parameter end. */
    private int first(long from, int count) {
        return (int) Math.min(count, inner - from % inner);
    }
}
