package jimu.app.chart;

/**
 * What an axis shows.
 *
 * @param span the stretch, in places of the scale
 * @param scale how values are spread
 * @param form how its numbers are written
 */
record Axis(Span span, Scale scale, Form form) {
    /** How numbers are written. */
    enum Form {
        /** Counts with their thousands set apart. */
        COUNT,
        /** Any numbers. */
        NUMBER,
        /** Shares of 1, in percent. */
        SHARE,
        /** Seconds, as minutes and hours where they are many. */
        TIME
    }

    /** Where a value lies: 0 at the lower end, 1 at the upper; NaN where the scale has no place for it. */
    double share(double value) {
        return span.share(scale.forward(value));
    }

    /** The value at a share of the length. */
    double value(double share) {
        return scale.back(span.at(share));
    }

    double lower() {
        return scale.back(span.from());
    }

    double upper() {
        return scale.back(span.to());
    }
}
