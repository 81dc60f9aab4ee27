package jimu.app.chart;

/** What a plot shows; in the order from above. */
public enum Quantity {
    LOSS(0),
    METRIC(1),
    RATE(2),
    NORM(3);

    private final int channel;

    Quantity(int channel) {
        this.channel = channel;
    }

    /** Its channel in a run's training readings, and of the first two in its validations. */
    int channel() {
        return channel;
    }

    /** Whether it is measured on the validation part too. */
    boolean validated() {
        return channel <= METRIC.channel;
    }
}
