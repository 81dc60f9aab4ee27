package jimu.app.chart;

import java.util.Arrays;
import jimu.app.fx.plot.LineData;

/** The points of a drawn line; a NaN breaks it. */
final class Line implements LineData.Points {
    private static final int FIRST = 64;

    private double[] xs = new double[FIRST];
    private double[] ys = new double[FIRST];
    private int size;

    void add(double x, double y) {
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, 2 * size);
            ys = Arrays.copyOf(ys, 2 * size);
        }
        xs[size] = x;
        ys[size] = y;
        size++;
    }

    /** Breaks the line, unless it is broken here already. */
    void gap(double x) {
        if (size > 0 && !Double.isNaN(ys[size - 1])) {
            end();
            add(x, Double.NaN);
        }
    }

    /** Ends the line, or a part of it. A part of a single point gets it twice, and so is a dot. */
    void end() {
        if (size > 0 && !Double.isNaN(ys[size - 1]) && (size == 1 || Double.isNaN(ys[size - 2]))) {
            add(xs[size - 1], ys[size - 1]);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double x(int point) {
        return xs[point];
    }

    @Override
    public double y(int point) {
        return ys[point];
    }
}
