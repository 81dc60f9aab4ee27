package jimu.app.fx.tensor;

/**
 * What is said of many numbers in a few; all but the counts are of the finite ones, and NaN where there are none.
 *
 * @param count how many numbers there are
 * @param nans how many of them are no number
 * @param infinities how many of them are infinite
 * @param min the smallest
 * @param max the largest
 * @param mean their mean
 * @param deviation the population's standard deviation: the root of the mean squared distance from the mean
 */
public record Statistics(
        long count, long nans, long infinities, double min, double max, double mean, double deviation) {
    /** The statistics of these numbers. */
    public static Statistics of(float[] numbers) {
        long nans = 0;
        long infinities = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (float number : numbers) {
            if (Float.isFinite(number)) {
                min = Math.min(min, number);
                max = Math.max(max, number);
                sum += number;
            } else if (Float.isNaN(number)) {
                nans++;
            } else {
                infinities++;
            }
        }
        long finite = numbers.length - nans - infinities;
        if (finite == 0) {
            return new Statistics(numbers.length, nans, infinities, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = sum / finite;
        double squares = 0;
        for (float number : numbers) {
            if (Float.isFinite(number)) {
                squares += (number - mean) * (number - mean);
            }
        }
        return new Statistics(numbers.length, nans, infinities, min, max, mean, Math.sqrt(squares / finite));
    }

    /** How many numbers are finite. */
    public long finite() {
        return count - nans - infinities;
    }
}
