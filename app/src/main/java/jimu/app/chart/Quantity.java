package jimu.app.chart;

/** What a plot shows; in the order from above. */
public enum Quantity {
    LOSS,
    METRIC,
    RATE,
    NORM;

    /** Its channel in a run's training readings, and of the first two in its validations. */
    int channel() {
        return ordinal();
    }
}
