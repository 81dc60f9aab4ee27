package jimu.engine.evaluate;

/**
 * How many numbers lie in equally wide intervals.
 *
 * @param low the least number
 * @param high the largest
 * @param counts of the intervals from low to high; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // read-only counts; nobody compares them
public record Bins(double low, double high, long[] counts) {
    /** Counts finite numbers in that many intervals; one interval, 1 wide, if they are all equal, none if there are none. */
    public static Bins of(float[] numbers, int intervals) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float number : numbers) {
            if (Float.isFinite(number)) {
                low = Math.min(low, number);
                high = Math.max(high, number);
            }
        }
        if (low > high) {
            return new Bins(0, 0, new long[0]);
        }
        long[] counts = new long[low == high ? 1 : intervals];
        for (float number : numbers) {
            if (Float.isFinite(number)) {
                int place = low == high ? 0 : (int) ((number - low) / (high - low) * intervals);
                counts[Math.min(place, counts.length - 1)]++;
            }
        }
        return low == high ? new Bins(low - 0.5, low + 0.5, counts) : new Bins(low, high, counts);
    }

    /** Where an interval begins. */
    public double from(int interval) {
        return low + (high - low) * interval / counts.length;
    }
}
