package jimu.app.chart;

/** A moving mean with exponentially falling weights, corrected for its start. */
final class Smoothing {
    private static final double KEPT = 0.94;

    private double sum;
    private double weight;

    double add(double value) {
        if (Double.isFinite(value)) {
            sum = KEPT * sum + (1 - KEPT) * value;
            weight = KEPT * weight + 1 - KEPT;
        }
        return weight == 0 ? Double.NaN : sum / weight;
    }

    void clear() {
        sum = 0;
        weight = 0;
    }
}
