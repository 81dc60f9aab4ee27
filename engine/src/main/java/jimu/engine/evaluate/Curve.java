package jimu.engine.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * Points of a curve, few enough to be drawn.
 *
 * @param x from left to right, or from right to left
 * @param y as many
 */
@SuppressWarnings("ArrayRecordComponent") // points to be drawn; nobody compares them
public record Curve(double[] x, double[] y) {
    /** No more points than this are kept; the first and the last always are. */
    static final int POINTS = 1000;

    /** How many points it has. */
    public int size() {
        return x.length;
    }

    /** Gathers points and drops those that would not be seen: more than a thousand, evenly spread along the curve. */
    static final class Builder {
        private final List<double[]> points = new ArrayList<>();
        private final double apart;
        private double[] latest = {};

        /** Points nearer to each other than {@code span} / 1000, summed over both axes, are one. */
        Builder(double span) {
            apart = span / POINTS;
        }

        void add(double x, double y) {
            latest = new double[] {x, y};
            if (points.isEmpty() || distance(points.get(points.size() - 1), latest) >= apart) {
                points.add(latest);
            }
        }

        Curve build() {
            if (!points.isEmpty() && points.get(points.size() - 1) != latest) {
                points.add(latest);
            }
            double[] x = points.stream().mapToDouble(point -> point[0]).toArray();
            double[] y = points.stream().mapToDouble(point -> point[1]).toArray();
            return new Curve(x, y);
        }

        private static double distance(double[] a, double[] b) {
            return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
        }
    }
}
