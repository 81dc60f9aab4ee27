package jimu.app.fx.tensor;

import jimu.app.fx.Picture;

/**
 * The colours of numbers in pictures: blue below zero, white at zero, red above; or grey from the smallest to the largest where
 * all lie on one side of zero. What is no finite number is yellow.
 *
 * @param low the number at the dark or blue end
 * @param high the number at the light or red end
 * @param kind how numbers between are coloured
 */
public record Shades(double low, double high, Kind kind) {
    /** How numbers become colours. */
    public enum Kind {
        GREY,
        DIVERGING
    }

    private static final int OPAQUE = 0xff000000;
    private static final int WHITE = 255;
    private static final int STRANGE = 0xffffd33d;
    private static final int[] BLUE = {33, 102, 172};
    private static final int[] MIDDLE = {247, 247, 247};
    private static final int[] RED = {178, 24, 43};
    private static final int LEGEND = 64;
    private static final int LEGEND_HEIGHT = 8;

    /** Blue, white and red where the numbers lie on both sides of zero, else grey. */
    public static Shades of(Statistics statistics) {
        if (statistics.min() < 0 && statistics.max() > 0) {
            double size = Math.max(-statistics.min(), statistics.max());
            return new Shades(-size, size, Kind.DIVERGING);
        }
        return grey(statistics);
    }

    /** Grey from the smallest to the largest number. */
    public static Shades grey(Statistics statistics) {
        return statistics.finite() == 0
                ? new Shades(0, 1, Kind.GREY)
                : new Shades(statistics.min(), statistics.max(), Kind.GREY);
    }

    /** The colour of a number, as alpha, red, green and blue. */
    int color(double number) {
        if (!Double.isFinite(number)) {
            return STRANGE;
        }
        double share = high > low ? Math.max(0, Math.min(1, (number - low) / (high - low))) : 0;
        if (kind == Kind.GREY) {
            int level = (int) Math.round(share * WHITE);
            return OPAQUE | level << 16 | level << 8 | level;
        }
        return share < 0.5 ? mix(BLUE, MIDDLE, 2 * share) : mix(MIDDLE, RED, 2 * share - 1);
    }

    /** All colours from low on the left to high on the right. */
    Picture legend() {
        int[] argb = new int[LEGEND * LEGEND_HEIGHT];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = color(low + (high - low) * (i % LEGEND) / (LEGEND - 1));
        }
        return new Picture(LEGEND, LEGEND_HEIGHT, argb);
    }

    private static int mix(int[] from, int[] to, double share) {
        int color = 0;
        for (int i = 0; i < from.length; i++) {
            color = color << 8 | (int) Math.round(from[i] + (to[i] - from[i]) * share);
        }
        return OPAQUE | color;
    }
}
