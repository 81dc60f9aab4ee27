package jimu.app.chart;

/** How the values of an axis are spread over its length: evenly, or by their decimal logarithm. */
enum Scale {
    LINEAR {
        @Override
        double forward(double value) {
            return value;
        }

        @Override
        double back(double scaled) {
            return scaled;
        }
    },
    LOG {
        @Override
        double forward(double value) {
            return value > 0 ? Math.log10(value) : Double.NaN;
        }

        @Override
        double back(double scaled) {
            return Math.pow(10, scaled);
        }
    };

    /** The place of a value, before the axis is cut to its range; NaN where it has none. */
    abstract double forward(double value);

    /** The value at a place. */
    abstract double back(double scaled);

    /** Whether the axis has a place for a value. */
    boolean holds(double value) {
        return Double.isFinite(forward(value));
    }
}
