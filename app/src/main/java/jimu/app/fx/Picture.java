package jimu.app.fx;

/**
 * Numbers as a picture of one channel, or of red, green and blue.
 *
 * @param width in pixels
 * @param height in pixels
 * @param argb the pixels, row by row; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // pixels to be drawn once; nobody compares them
public record Picture(int width, int height, int[] argb) {
    private static final int OPAQUE = 0xff000000;
    private static final int WHITE = 255;

    /** Whether numbers of that shape, channels first, can be seen as a picture. */
    public static boolean fits(long[] shape) {
        return shape.length == 3 && (shape[0] == 1 || shape[0] == 3) && shape[1] > 1 && shape[2] > 1;
    }

    /** The picture of {@code height} × {@code width} numbers, or three times as many, from {@code low} (black) to {@code high}. */
    public static Picture of(float[] numbers, int height, int width, float low, float high) {
        int pixels = height * width;
        int[] argb = new int[pixels];
        float scale = high > low ? WHITE / (high - low) : 0;
        int channels = numbers.length / pixels;
        for (int i = 0; i < pixels; i++) {
            int red = level(numbers[i], low, scale);
            int green = channels == 3 ? level(numbers[i + pixels], low, scale) : red;
            int blue = channels == 3 ? level(numbers[i + 2 * pixels], low, scale) : red;
            argb[i] = OPAQUE | red << 16 | green << 8 | blue;
        }
        return new Picture(width, height, argb);
    }

    /** The picture of such numbers from their own smallest to their own largest. */
    public static Picture stretched(float[] numbers, int height, int width) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float number : numbers) {
            low = Math.min(low, number);
            high = Math.max(high, number);
        }
        return of(numbers, height, width, low, high);
    }

    private static int level(float number, float low, float scale) {
        return Math.max(0, Math.min(WHITE, Math.round((number - low) * scale)));
    }
}
