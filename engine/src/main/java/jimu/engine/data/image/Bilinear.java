package jimu.engine.data.image;

/**
 * The way from pictures of one shape to another by bilinear interpolation, its weights computed once.
 *
 * <p>As PyTorch's {@code interpolate(mode="bilinear", align_corners=False)}: the pixel at i lies at (i + 0.5) · from / to − 0.5,
 * not before the first one.
 */
public final class Bilinear {
    private final int channels;
    private final int repeats;
    private final int height;
    private final int width;
    private final Axis rows;
    private final Axis columns;

    /** Along an axis: the first of the two pixels between which each lies, the second, and the second's weight. */
    @SuppressWarnings("ArrayRecordComponent") // a table of this file alone; nobody compares it
    private record Axis(int[] first, int[] second, float[] weight) {
        static Axis of(int from, int to) {
            Axis axis = new Axis(new int[to], new int[to], new float[to]);
            for (int i = 0; i < to; i++) {
                double place = Math.max(0, (i + 0.5) * from / to - 0.5);
                axis.first[i] = Math.min((int) place, from - 1);
                axis.second[i] = Math.min(axis.first[i] + 1, from - 1);
                axis.weight[i] = (float) (place - axis.first[i]);
            }
            return axis;
        }
    }

    Bilinear(long[] from, Resize to) {
        channels = (int) from[0];
        repeats = to.channels() / channels;
        height = (int) from[1];
        width = (int) from[2];
        rows = Axis.of(height, to.height());
        columns = Axis.of(width, to.width());
    }

    /** Fills {@code to}, from {@code target} on, with the picture at {@code source} of {@code from}; allocates nothing. */
    public void apply(float[] from, int source, float[] to, int target) {
        int size = rows.first.length * columns.first.length;
        for (int channel = 0; channel < channels; channel++) {
            scale(from, source + channel * height * width, to, target + channel * repeats * size);
            for (int copy = 1; copy < repeats; copy++) {
                System.arraycopy(to, target, to, target + copy * size, size);
            }
        }
    }

    private void scale(float[] from, int source, float[] to, int target) {
        int at = target;
        for (int row = 0; row < rows.first.length; row++) {
            int upper = source + rows.first[row] * width;
            int lower = source + rows.second[row] * width;
            float down = rows.weight[row];
            for (int column = 0; column < columns.first.length; column++) {
                int left = columns.first[column];
                int right = columns.second[column];
                float across = columns.weight[column];
                float above = (1 - across) * from[upper + left] + across * from[upper + right];
                float below = (1 - across) * from[lower + left] + across * from[lower + right];
                to[at++] = (1 - down) * above + down * below;
            }
        }
    }
}
