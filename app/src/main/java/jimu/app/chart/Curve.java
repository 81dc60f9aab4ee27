package jimu.app.chart;

import jimu.app.fx.plot.LineData;

/**
 * Points of a line, never more than a fixed number: when it is full, neighbours are merged into their mean, and from then on a
 * point stands for twice as many readings. Adding allocates nothing.
 */
final class Curve implements LineData.Points {
    private final double[] xs;
    private final double[] ys;
    private int size;
    private long perPoint = 1;
    private double sumX;
    private double sumY;
    private long summed;

    /** A curve of at most {@code capacity} points, an even number. */
    Curve(int capacity) {
        if (capacity < 2 || capacity % 2 != 0) {
            throw new IllegalArgumentException("The capacity is even and at least 2, not " + capacity);
        }
        xs = new double[capacity];
        ys = new double[capacity];
    }

    /** Adds a reading; one that is not a finite number is left out. */
    void add(double x, double y) {
        if (!Double.isFinite(y)) {
            return;
        }
        sumX += x;
        sumY += y;
        summed++;
        if (summed == perPoint) {
            append(sumX / summed, sumY / summed);
            if (size == xs.length) {
                halve();
            }
        }
    }

    void clear() {
        size = 0;
        perPoint = 1;
        sumX = 0;
        sumY = 0;
        summed = 0;
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

    private void append(double x, double y) {
        xs[size] = x;
        ys[size] = y;
        size++;
        sumX = 0;
        sumY = 0;
        summed = 0;
    }

    private void halve() {
        for (int i = 0; i < size / 2; i++) {
            xs[i] = (xs[2 * i] + xs[2 * i + 1]) / 2;
            ys[i] = (ys[2 * i] + ys[2 * i + 1]) / 2;
        }
        size /= 2;
        perPoint *= 2;
    }
}
