package jimu.engine.data;

import jimu.engine.data.image.Centring;
import jimu.engine.data.image.Pixels;

/**
 * What the raw pictures of a field look like, so that others can be given to a network in the same way.
 *
 * @param low the number of black
 * @param high the number of white
 * @param paper what their figures stand on
 * @param figure the share of a picture's shorter side that the longer side of its figure takes, as a mean; that of
 *     MNIST's where there is no paper
 */
public record PictureLook(float low, float high, Paper paper, double figure) {
    private static final int LOOKED_AT = 100;
    private static final long NUMBERS = 2_000_000;
    private static final float BYTE = 255;

    /** Corners closer to an end of the scale than this are paper. */
    private static final float PLAIN = 0.1f;

    /** What the corners of pictures have in common. */
    public enum Paper {
        BLACK,
        WHITE,
        NONE
    }

    /** The look of a field's pictures, judged by the first hundred or so. */
    public static PictureLook of(Dataset samples, Field field) {
        int elements = field.elements();
        int count = (int) Math.min(samples.size(), Math.min(LOOKED_AT, Math.max(1, NUMBERS / elements)));
        float[] numbers = new float[count * elements];
        float low = 0;
        float high = 0;
        for (int sample = 0; sample < count; sample++) {
            samples.copy(field.name(), sample, numbers, sample * elements);
        }
        for (float number : numbers) {
            low = Math.min(low, number);
            high = Math.max(high, number);
        }
        if (high == low) {
            return new PictureLook(0, 1, Paper.NONE, Centring.MNIST);
        }
        long[] shape = field.type().shape().sizes();
        int height = (int) shape[1];
        int width = (int) shape[2];
        double corners = 0;
        for (int at = 0; at < numbers.length; at += height * width) {
            int last = at + (height - 1) * width;
            corners += numbers[at] + numbers[at + width - 1] + numbers[last] + numbers[last + width - 1];
        }
        corners /= 4.0 * numbers.length / (height * width);
        double light = (corners - low) / (high - low);
        Paper paper = light < PLAIN ? Paper.BLACK : light > 1 - PLAIN ? Paper.WHITE : Paper.NONE;
        double figure = paper == Paper.NONE
                ? Centring.MNIST
                : figure(numbers, height, width, paper == Paper.BLACK ? low : high, PLAIN * (high - low));
        return new PictureLook(low, high, paper, figure);
    }

    private static double figure(float[] numbers, int height, int width, float paper, float least) {
        double sum = 0;
        int planes = numbers.length / (height * width);
        for (int plane = 0; plane < planes; plane++) {
            int top = height;
            int bottom = 0;
            int left = width;
            int right = 0;
            for (int i = 0; i < height * width; i++) {
                if (Math.abs(numbers[plane * height * width + i] - paper) > least) {
                    int row = i / width;
                    int column = i % width;
                    top = Math.min(top, row);
                    bottom = row + 1;
                    left = Math.min(left, column);
                    right = Math.max(right, column + 1);
                }
            }
            sum += Math.max(0, Math.max(bottom - top, right - left));
        }
        return Math.min(1, Math.max(0.1, sum / planes / Math.min(height, width)));
    }

    /**
     * What is to be assumed without samples: from 0 to 255, as files have it, where the network's own preprocessing makes numbers
     * smaller, as it does with such; otherwise from 0 to 1.
     */
    public static PictureLook unseen(Preprocessing preprocessing, String field) {
        boolean bytes =
                preprocessing.map(field).filter(map -> map.scale()[0] < 1).isPresent();
        return new PictureLook(0, bytes ? BYTE : 1, Paper.NONE, Centring.MNIST);
    }

    /** A picture in the field's raw numbers. */
    public float[] raw(Pixels picture) {
        float[] raw = picture.values().clone();
        for (int i = 0; i < raw.length; i++) {
            raw[i] = low + (high - low) * raw[i];
        }
        return raw;
    }
}
