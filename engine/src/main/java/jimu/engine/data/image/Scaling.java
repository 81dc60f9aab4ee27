package jimu.engine.data.image;

/**
 * Brings pictures to another height and width: an axis that becomes shorter by the mean over each new pixel's stretch of it, one
 * that becomes longer by linear interpolation as {@link Bilinear} does.
 */
final class Scaling {
    private final Axis rows;
    private final Axis columns;

    /** Along an axis, for each new pixel: the first old one that it is made of, and the weights of that and the following ones. */
    @SuppressWarnings("ArrayRecordComponent") // a table of this file alone; nobody compares it
    private record Axis(int from, int[] first, float[][] weights) {
        static Axis of(int from, int to) {
            Axis axis = new Axis(from, new int[to], new float[to][]);
            for (int i = 0; i < to; i++) {
                if (to > from) {
                    axis.interpolate(i, Math.max(0, (i + 0.5) * from / to - 0.5));
                } else {
                    axis.average(i, (double) i * from / to, (i + 1.0) * from / to);
                }
            }
            return axis;
        }

        private void interpolate(int i, double place) {
            first[i] = Math.min((int) place, from - 1);
            float next = (float) (place - first[i]);
            weights[i] = first[i] + 1 < from ? new float[] {1 - next, next} : new float[] {1};
        }

        private void average(int i, double begin, double end) {
            first[i] = (int) begin;
            int last = Math.min(from, (int) Math.ceil(end));
            weights[i] = new float[last - first[i]];
            for (int k = 0; k < weights[i].length; k++) {
                double share = Math.min(end, first[i] + k + 1) - Math.max(begin, first[i] + k);
                weights[i][k] = (float) (share / (end - begin));
            }
        }

        int to() {
            return first.length;
        }
    }

    Scaling(int height, int toHeight, int width, int toWidth) {
        rows = Axis.of(height, toHeight);
        columns = Axis.of(width, toWidth);
    }

    /** The picture's numbers at the new size. */
    float[] apply(Pixels picture) {
        float[] across = lines(columns, picture.values(), picture.channels() * rows.from());
        float[] down = new float[picture.channels() * rows.to() * columns.to()];
        int from = rows.from() * columns.to();
        int to = rows.to() * columns.to();
        for (int channel = 0; channel < picture.channels(); channel++) {
            for (int row = 0; row < rows.to(); row++) {
                float[] weights = rows.weights()[row];
                for (int k = 0; k < weights.length; k++) {
                    int source = channel * from + (rows.first()[row] + k) * columns.to();
                    int target = channel * to + row * columns.to();
                    for (int column = 0; column < columns.to(); column++) {
                        down[target + column] += weights[k] * across[source + column];
                    }
                }
            }
        }
        return down;
    }

    private static float[] lines(Axis axis, float[] values, int count) {
        float[] result = new float[count * axis.to()];
        for (int line = 0; line < count; line++) {
            for (int i = 0; i < axis.to(); i++) {
                float[] weights = axis.weights()[i];
                float sum = 0;
                for (int k = 0; k < weights.length; k++) {
                    sum += weights[k] * values[line * axis.from() + axis.first()[i] + k];
                }
                result[line * axis.to() + i] = sum;
            }
        }
        return result;
    }
}
