package jimu.app.chart;

/**
 * An exponential moving mean that keeps {@code weight} of itself with every step and is corrected for its start: TensorBoard's
 * smoothing (Kingma and Ba, Adam, 2015, section 3). What is no number is left out. Steps that are told together count by their mean.
 */
final class Smoothing {
    private static final double FORGOTTEN = 1e-6;
    private static final int CHUNKS = 2000;

    private final double weight;
    private double sum;
    private double share;

    /** Keeps {@code weight}, from 0 to below 1. */
    Smoothing(double weight) {
        this.weight = weight;
    }

    /** How many of the latest steps are worth looking at. */
    double memory() {
        return weight == 0 ? 0 : Math.ceil(Math.log(FORGOTTEN) / Math.log(weight));
    }

    void add(Extent values) {
        if (values.finite() > 0) {
            double kept = Math.pow(weight, (double) values.finite());
            sum = kept * sum + (1 - kept) * values.mean();
            share = kept * share + (1 - kept);
        }
    }

    /** Adds a series' places as far as they matter at place {@code until}, which itself is not added, {@code width} together. */
    void warmUp(Pyramid series, int until, int width) {
        Extent stretch = new Extent();
        int from = (int) Math.max(0, until - memory() / series.grain());
        for (int place = from; place < until; place += width) {
            stretch.clear();
            series.gather(place, Math.min(until, place + width), stretch);
            add(stretch);
        }
    }

    double value() {
        return share == 0 ? Double.NaN : sum / share;
    }

    /** The smoothed value at a place of a series; NaN where there is none. */
    static double at(Pyramid series, int place, double weight) {
        Smoothing mean = new Smoothing(weight);
        mean.warmUp(series, place + 1, (int) Math.max(1, Math.min(series.size(), mean.memory()) / CHUNKS));
        return weight == 0 ? series.at(place) : mean.value();
    }
}
