package jimu.app.chart;

/**
 * Makes lines of a bounded number of points out of a strand, for a stretch of an axis: of the places that fall into one column of the
 * drawing the lowest and the highest value, so that every spike is seen; where a value is no number the line breaks.
 *
 * <p>Columns lie fast on the axis, so that nothing flickers while it moves.
 */
final class Thinning {
    private static final double DENSE = 2;

    private final RunCurves run;
    private final Strand strand;
    private final XAxis axis;
    private final Axis x;
    private final Scale y;
    private final Extent extent = new Extent();
    private final int first;
    private final int end;

    /** Of one of a run's strands, over {@code x}; values that {@code y} has no place for break the line. */
    Thinning(RunCurves run, Strand strand, XAxis axis, Axis x, Scale y) {
        this.run = run;
        this.strand = strand;
        this.axis = axis;
        this.x = x;
        this.y = y;
        int from = run.place(axis, strand, x.lower(), 0);
        while (from < strand.size() && !x.scale().holds(x(from))) {
            from++;
        }
        boolean before = from > 0 && x.scale().holds(x(from - 1));
        first = before ? from - 1 : from;
        end = Math.min(strand.size(), run.place(axis, strand, x.upper(), from) + 1);
    }

    /** How many places are in the stretch. */
    int places() {
        return Math.max(0, end - first);
    }

    /** Whether so many points would stand for several readings each. */
    boolean isDense(int most) {
        return places() > DENSE * most;
    }

    /** The readings themselves where they are dense, in at most {@code most} points: pairs of the lowest and the highest of a column. */
    Line band(int channel, int most, Lost lost) {
        return thin(most, lost, (column, line, here) -> pair(channel, column, line, here));
    }

    /** The readings themselves, in at most {@code most} points; those that cannot be drawn are added to {@code lost}. */
    Line readings(int channel, int most, Lost lost) {
        return thin(most, lost, (column, line, here) -> readings(channel, column, line, here));
    }

    private interface Column {
        void draw(Columns places, Line line, Lost lost);
    }

    private Line thin(int most, Lost lost, Column column) {
        for (int columns = Math.max(2, most / 2 - 3); ; columns = columns * 2 / 3) {
            Line line = new Line();
            Lost here = new Lost(x);
            Columns places = new Columns(columns);
            while (places.next()) {
                column.draw(places, line, here);
            }
            line.end();
            if (line.size() <= most) {
                lost.take(here);
                return line;
            }
        }
    }

    private void readings(int channel, Columns column, Line line, Lost lost) {
        extent.clear();
        strand.channel(channel).gather(column.from, column.to, extent);
        double left = x(column.from);
        double right = x(column.to - 1);
        boolean low = y.holds(extent.low());
        boolean high = y.holds(extent.high());
        if (low && high && extent.low() < extent.high()) {
            double quarter = (right - left) / 4;
            boolean down = line.size() > 0 && line.y(line.size() - 1) > (extent.low() + extent.high()) / 2;
            line.add(left + quarter, down ? extent.high() : extent.low());
            line.add(right - quarter, down ? extent.low() : extent.high());
        } else if (high) {
            line.add(right, extent.high());
        }
        note((left + right) / 2, line, lost);
    }

    private void pair(int channel, Columns column, Line line, Lost lost) {
        extent.clear();
        strand.channel(channel).gather(column.from, column.to, extent);
        double middle = (x(column.from) + x(column.to - 1)) / 2;
        if (y.holds(extent.high())) {
            line.add(middle, y.holds(extent.low()) ? extent.low() : extent.high());
            line.add(middle, extent.high());
        }
        note(middle, line, lost);
    }

    /** Breaks the line where the stretch held something that has no place, and notes it. */
    private void note(double at, Line line, Lost lost) {
        boolean below = extent.finite() > 0 && !y.holds(extent.low());
        if (extent.bad() > 0) {
            lost.addNoNumber(at);
        }
        if (below) {
            lost.addNotPositive(at);
        }
        if (extent.bad() > 0 || below) {
            line.gap(at);
        }
    }

    /** The readings smoothed, in at most {@code most} points, as {@link Smoothing} has it. */
    Line smooth(int channel, int most, double weight) {
        Line line = new Line();
        Smoothing mean = new Smoothing(weight);
        Pyramid series = strand.channel(channel);
        mean.warmUp(series, first, Math.max(1, places() / Math.max(1, most)));
        Columns column = new Columns(most - 3);
        while (column.next()) {
            extent.clear();
            series.gather(column.from, column.to, extent);
            mean.add(extent);
            double right = x(column.to - 1);
            if (extent.finite() > 0 && y.holds(mean.value())) {
                line.add(right, mean.value());
            } else {
                line.gap(right);
            }
        }
        line.end();
        return line;
    }

    private double x(int place) {
        return run.x(axis, strand, place);
    }

    /** The places of one column after the other. */
    private final class Columns {
        private final double width;
        private int from;
        private int to;

        Columns(int most) {
            width = Math.pow(2, Math.ceil(Math.log(x.span().length() / most) / Math.log(2)));
            to = first;
        }

        /** Goes on to the next column that holds a place; false where there is none. */
        boolean next() {
            from = to;
            if (from >= end) {
                return false;
            }
            double place = x.scale().forward(x(from));
            double edge = (Math.floor(place / width) + 1) * width;
            to = Math.min(
                    end, Math.max(from + 1, run.place(axis, strand, x.scale().back(edge), from + 1)));
            return true;
        }
    }
}
