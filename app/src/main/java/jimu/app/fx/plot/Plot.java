package jimu.app.fx.plot;

import java.util.List;

/**
 * What a plot shows.
 *
 * @param across the words at the horizontal axis
 * @param up the words at the vertical one
 * @param lines what is drawn, the last on top
 * @param extent what the axes reach over
 */
public record Plot(String across, String up, List<Line> lines, Extent extent) {
    /** Nothing. */
    public static final Plot EMPTY = new Plot("", "", List.of(), Extent.OF_NUMBERS);

    public Plot {
        lines = List.copyOf(lines);
    }

    /** What the axes reach over. */
    public enum Extent {
        /** As far as the numbers do. */
        OF_NUMBERS,
        /** From 0 to 1 both. */
        SHARES
    }

    /** How numbers are drawn. */
    public enum Style {
        LINE,
        DASHED,
        DOTS,
        /** A line through marked points. */
        MARKED
    }

    /**
     * Numbers drawn in one colour.
     *
     * @param name what the legend calls it; empty leaves it out there
     * @param style how it is drawn
     * @param color one of the theme's colours for plots, which begin again after the last; below 0 that of the text
     * @param x from left to right
     * @param y upwards; as many
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers to be drawn; nobody compares them
    public record Line(String name, Style style, int color, double[] x, double[] y) implements LineData.Points {
        @Override
        public int size() {
            return x.length;
        }

        @Override
        public double x(int point) {
            return x[point];
        }

        @Override
        public double y(int point) {
            return y[point];
        }

        /** The same of numbers in single precision. */
        public static Line of(String name, Style style, int color, float[] x, float[] y) {
            return new Line(name, style, color, wide(x), wide(y));
        }

        private static double[] wide(float[] numbers) {
            double[] wide = new double[numbers.length];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = numbers[i];
            }
            return wide;
        }
    }
}
