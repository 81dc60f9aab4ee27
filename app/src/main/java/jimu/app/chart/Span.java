package jimu.app.chart;

/**
 * A stretch of an axis, in places as its {@link Scale} has them.
 *
 * @param from its lower end
 * @param to its upper end, above {@code from}
 */
record Span(double from, double to) {
    Span {
        if (!(from < to)) {
            throw new IllegalArgumentException(from + " is not below " + to);
        }
    }

    double length() {
        return to - from;
    }

    /** Where a place lies: 0 at the lower end, 1 at the upper. */
    double share(double place) {
        return (place - from) / length();
    }

    /** The place of a share. */
    double at(double share) {
        return from + share * length();
    }

    /** The same, wider by a share of its length at both ends. */
    Span wider(double share) {
        return new Span(from - share * length(), to + share * length());
    }

    boolean contains(double place) {
        return place >= from && place <= to;
    }
}
