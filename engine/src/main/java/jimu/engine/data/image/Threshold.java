package jimu.engine.data.image;

/** The level that parts numbers best into small and large ones, as far from each other as can be (N. Otsu, 1979). */
final class Threshold {
    private static final int BINS = 128;

    private Threshold() {}

    /** The level for numbers of which those from 0 to {@code most} count, {@code most} being above 0. */
    static float of(float[] values, float most) {
        long[] counts = new long[BINS];
        double total = 0;
        for (float value : values) {
            int bin = (int) Math.max(0, Math.min(BINS - 1, value / most * BINS));
            counts[bin]++;
            total += bin;
        }
        long below = 0;
        double sum = 0;
        double best = -1;
        int level = 0;
        for (int bin = 0; bin < BINS; bin++) {
            below += counts[bin];
            sum += (double) bin * counts[bin];
            long above = values.length - below;
            if (below > 0 && above > 0) {
                double apart = sum / below - (total - sum) / above;
                double between = apart * apart * below * above;
                if (between > best) {
                    best = between;
                    level = bin;
                }
            }
        }
        return (level + 1) * most / BINS;
    }
}
