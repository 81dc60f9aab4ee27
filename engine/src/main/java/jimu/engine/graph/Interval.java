package jimu.engine.graph;

/**
 * How often something is done.
 *
 * @param count every how many, at least 1
 * @param unit of what
 */
public record Interval(int count, Unit unit) {
    /** What is counted. */
    public enum Unit {
        STEPS,
        EPOCHS,
        MINUTES
    }

    public Interval {
        if (count < 1) {
            throw new IllegalArgumentException("An interval is at least 1");
        }
    }

    /** Every so many steps. */
    public static Interval steps(int count) {
        return new Interval(count, Unit.STEPS);
    }

    /** Every so many epochs. */
    public static Interval epochs(int count) {
        return new Interval(count, Unit.EPOCHS);
    }

    /** Every so many minutes. */
    public static Interval minutes(int count) {
        return new Interval(count, Unit.MINUTES);
    }
}
