package jimu.app.fx.tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * How many numbers lie in each of several ranges of equal width.
 *
 * @param low where the first range begins
 * @param high where the last one ends
 * @param counts the numbers in each range; none where there are no finite numbers
 */
public record Histogram(double low, double high, List<Long> counts) {
    private static final int MOST = 40;
    private static final int LEAST = 5;
    private static final int TICKS = 5;
    private static final double SLACK = 1e-9;
    private static final double[] STEPS = {1, 2, 5, 10};

    public Histogram {
        counts = List.copyOf(counts);
    }

    /** The histogram of numbers with these statistics. */
    public static Histogram of(float[] numbers, Statistics statistics) {
        if (statistics.finite() == 0) {
            return new Histogram(0, 1, List.of());
        }
        double low = statistics.min();
        double high = statistics.max();
        if (low == high) {
            double margin = low == 0 ? 1 : Math.abs(low) / 2;
            return new Histogram(low - margin, high + margin, List.of(0L, 0L, statistics.finite(), 0L, 0L));
        }
        long[] counts =
                new long[(int) Math.max(LEAST, Math.min(MOST, Math.round(Math.sqrt((double) statistics.finite()))))];
        double scale = counts.length / (high - low);
        for (float number : numbers) {
            if (Float.isFinite(number)) {
                counts[Math.min(counts.length - 1, (int) ((number - low) * scale))]++;
            }
        }
        List<Long> all = new ArrayList<>();
        for (long count : counts) {
            all.add(count);
        }
        return new Histogram(low, high, all);
    }

    /** The most numbers in one range. */
    long most() {
        return counts.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** Where a range begins; the end of the last one for the number of ranges. */
    double edge(int range) {
        return low + (high - low) * range / Math.max(1, counts.size());
    }

    /** Round numbers between low and high, about five. */
    List<Double> ticks() {
        double rough = (high - low) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = 10 * power;
        for (double nice : STEPS) {
            if (nice * power >= rough * (1 - SLACK)) {
                step = nice * power;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (double tick = Math.ceil(low / step); tick * step <= high; tick++) {
            ticks.add(tick * step);
        }
        return ticks;
    }
}
