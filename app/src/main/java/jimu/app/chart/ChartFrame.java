package jimu.app.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * One drawing of the charts: everything that is to be seen, in at most 4,000 points.
 *
 * @param x the shared axis
 * @param all all that the shared axis could show, in its places
 * @param label what the shared axis counts
 * @param plots from above
 * @param bands the epochs
 * @param flags what happened
 * @param names of the runs, by their colours, where several are drawn
 */
record ChartFrame(
        Axis x,
        Span all,
        String label,
        List<Plot> plots,
        List<EpochBands.Band> bands,
        List<Flag> flags,
        SortedMap<Integer, String> names) {
    /** The most points in one drawing. */
    static final int MOST_POINTS = 4000;

    /** How a line is drawn. */
    enum Stroke {
        /** Single readings behind their smoothed curve. */
        PALE,
        /** The same where readings are dense: pairs of the lowest and the highest, filled between. */
        BAND,
        /** Such readings where there is no smoothed curve. */
        FULL,
        /** What the eye should follow. */
        STRONG,
        /** Points, joined by a dashed line. */
        DOTS,
        /** The same without the points, where they would touch. */
        DASHES;

        /** Whether it is no line but an area. */
        boolean filled() {
            return this == BAND || this == FULL;
        }
    }

    /**
     * A line.
     *
     * @param line its points
     * @param stroke how it is drawn
     * @param run the colour of its run, by its number, where not only the current run is drawn; else it has its quantity's
     */
    record Trace(Line line, Stroke stroke, OptionalInt run) {}

    /**
     * A plot.
     *
     * @param quantity what it shows
     * @param label what that is called
     * @param y its own axis
     * @param traces the first is drawn first
     * @param noNumber where readings are no number
     * @param notPositive where readings are not above 0 and the axis is logarithmic
     */
    record Plot(Quantity quantity, String label, Axis y, List<Trace> traces, Line noNumber, Line notPositive) {
        /** Whether lines of several runs are drawn. */
        boolean several() {
            return traces.stream().anyMatch(trace -> trace.run().isPresent());
        }

        /** How many points are drawn. */
        int points() {
            return traces.stream().mapToInt(trace -> trace.line().size()).sum() + noNumber.size() + notPositive.size();
        }
    }

    /**
     * Something that happened.
     *
     * @param kind what
     * @param x where
     * @param text in a few words
     * @param plot in which it has a value
     * @param y the value there; NaN where it has none
     * @param run the colour of its run, counting from 0, where several runs are drawn
     */
    record Flag(Mark.Kind kind, double x, String text, Optional<Quantity> plot, double y, OptionalInt run) {}

    /** How many points are drawn. */
    int points() {
        return plots.stream().mapToInt(Plot::points).sum();
    }
}
