package jimu.app.chart;

/** What a stretch of a series holds: its lowest, highest and mean finite value, and how many values were none. Reused, so that asking allocates nothing. */
final class Extent {
    private double low;
    private double high;
    private double sum;
    private long finite;
    private long bad;

    Extent() {
        clear();
    }

    void clear() {
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
        sum = 0;
        finite = 0;
        bad = 0;
    }

    /** Adds one value, which may be NaN or infinite. */
    void add(float value) {
        if (Float.isFinite(value)) {
            add(value, value, value, 1, 0);
        } else {
            bad++;
        }
    }

    /** Adds a stretch of {@code finite} numbers between {@code low} and {@code high}, and of {@code bad} that are none. */
    void add(double low, double high, double mean, long finite, long bad) {
        if (finite > 0) {
            this.low = Math.min(this.low, low);
            this.high = Math.max(this.high, high);
            sum += mean * finite;
            this.finite += finite;
        }
        this.bad += bad;
    }

    /** The lowest finite value; infinite where there is none. */
    double low() {
        return low;
    }

    /** The highest finite value; negatively infinite where there is none. */
    double high() {
        return high;
    }

    /** The mean of the finite values; NaN where there is none. */
    double mean() {
        return finite == 0 ? Double.NaN : sum / finite;
    }

    /** How many values were finite. */
    long finite() {
        return finite;
    }

    /** How many were not. */
    long bad() {
        return bad;
    }
}
