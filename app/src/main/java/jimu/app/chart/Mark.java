package jimu.app.chart;

import java.util.Optional;

/**
 * Something that happened at a step of a run and is marked in the charts.
 *
 * @param kind what
 * @param step at which it happened
 * @param quantity the plot in which it has a value
 * @param value the value there; NaN where it has none
 * @param name of the setting as in files, or of the reading
 * @param from what a setting was, as text
 * @param to what it is
 */
record Mark(Kind kind, long step, Optional<Quantity> quantity, double value, String name, String from, String to) {
    /** The kinds of marks. */
    enum Kind {
        /** A person changed a setting. */
        CHANGED,
        /** The best reading so far. */
        BEST,
        /** A loss or gradient was no number. */
        DIVERGED
    }
}
