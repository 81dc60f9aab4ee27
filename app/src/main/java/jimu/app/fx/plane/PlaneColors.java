package jimu.app.fx.plane;

/**
 * The colours of classes and values in pictures of the plane, as alpha, red, green and blue.
 *
 * @param classes of each class; further ones begin anew
 * @param neutral of what is undecided, and of the middle of values
 */
@SuppressWarnings("ArrayRecordComponent") // a palette; nobody compares them
record PlaneColors(int[] classes, int neutral) {
    private static final int STRANGE = 0xffffd33d;
    private static final int OPAQUE = 0xff000000;
    private static final int BYTE = 0xff;

    /** How strong the surest colour is, so that points stand out from it. */
    private static final double STRONGEST = 0.62;

    private static final int STEPS = 8;

    int ofClass(int number) {
        return classes[Math.floorMod(number, classes.length)];
    }

    /** The colour of a value between two: the first class's, neutral, the second class's. */
    int ofValue(double value, double low, double high) {
        double share = high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 1.0 / 2;
        return share < 1.0 / 2 ? mix(classes[0], neutral, 2 * share) : mix(neutral, classes[1], 2 * share - 1);
    }

    /** The pixels of a surface, row by row from the top. */
    int[] pixels(Surface surface, Shading shading) {
        int[] pixels = new int[surface.columns() * surface.rows()];
        for (int row = 0; row < surface.rows(); row++) {
            int from = (surface.rows() - 1 - row) * surface.columns();
            for (int column = 0; column < surface.columns(); column++) {
                pixels[from + column] = color(surface, (row * surface.columns() + column) * surface.each(), shading);
            }
        }
        return pixels;
    }

    private int color(Surface surface, int at, Shading shading) {
        return switch (surface.meaning()) {
            case CLASSES -> ofProbabilities(surface.numbers(), at, surface.each(), shading);
            case YES -> ofYes(surface.numbers()[at], shading);
            case VALUE -> ofPlain(surface.numbers()[at], surface.low(), surface.high(), shading);
        };
    }

    private int ofProbabilities(float[] numbers, int at, int count, Shading shading) {
        int best = 0;
        for (int i = 0; i < count; i++) {
            if (!Float.isFinite(numbers[at + i])) {
                return STRANGE;
            }
            best = numbers[at + i] > numbers[at + best] ? i : best;
        }
        double chance = 1.0 / count;
        return decided(best, count == 1 ? 1 : (numbers[at + best] - chance) / (1 - chance), shading);
    }

    private int ofYes(float probability, Shading shading) {
        if (!Float.isFinite(probability)) {
            return STRANGE;
        }
        double half = 1.0 / 2;
        return decided(probability > half ? 1 : 0, Math.abs(probability - half) / half, shading);
    }

    private int decided(int winner, double sureness, Shading shading) {
        return mix(neutral, ofClass(winner), STRONGEST * (shading == Shading.DISCRETE ? 1 : sureness));
    }

    private int ofPlain(float value, double low, double high, Shading shading) {
        if (!Float.isFinite(value)) {
            return STRANGE;
        }
        double share = high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 1.0 / 2;
        double shown =
                shading == Shading.DISCRETE ? Math.min(STEPS - 1, Math.floor(share * STEPS)) / (STEPS - 1) : share;
        return mix(neutral, ofValue(shown, 0, 1), STRONGEST);
    }

    private static int mix(int from, int to, double share) {
        int color = 0;
        for (int shift = 16; shift >= 0; shift -= Byte.SIZE) {
            int one = from >>> shift & BYTE;
            int other = to >>> shift & BYTE;
            color |= (int) Math.round(one + (other - one) * share) << shift;
        }
        return OPAQUE | color;
    }
}
