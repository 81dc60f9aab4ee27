package jimu.app.fx.tensor;

import java.util.ArrayList;
import java.util.List;
import jimu.app.fx.Picture;
import jimu.engine.shape.TensorShape;

/**
 * The last two axes of a tensor as pictures, one for each place on the leading axes, all in the same shades.
 *
 * @param numbers the whole tensor, row-major; not to be changed
 * @param shape its fixed shape
 * @param shades what colour a number has
 */
@SuppressWarnings("ArrayRecordComponent") // a view of numbers that are not worth boxing; nobody compares maps
public record TensorMaps(float[] numbers, TensorShape shape, Shades shades) {
    private static final int LARGEST_MATRIX = 512;

    /** Whether a tensor of that shape is worth seeing as pictures. */
    public static boolean fit(TensorShape shape) {
        if (shape.rank() < 2) {
            return false;
        }
        long height = shape.dim(-2).factor();
        long width = shape.dim(-1).factor();
        boolean plane = height > 1 && width > 1;
        return plane && (shape.rank() > 2 || (height <= LARGEST_MATRIX && width <= LARGEST_MATRIX));
    }

    /** How many maps there are. */
    public int count() {
        return Math.toIntExact(shape.slice(0, shape.rank() - 2).elements(1));
    }

    int height() {
        return Math.toIntExact(shape.dim(-2).factor());
    }

    int width() {
        return Math.toIntExact(shape.dim(-1).factor());
    }

    /** A map as a picture. */
    Picture picture(int map) {
        int pixels = height() * width();
        int[] argb = new int[pixels];
        for (int i = 0; i < pixels; i++) {
            argb[i] = shades.color(numbers[map * pixels + i]);
        }
        return new Picture(width(), height(), argb);
    }

    /** The places on the leading axes where a map lies. */
    List<Integer> index(int map) {
        List<Integer> index = new ArrayList<>();
        int rest = map;
        for (int axis = shape.rank() - 3; axis >= 0; axis--) {
            int size = Math.toIntExact(shape.dim(axis).factor());
            index.add(0, rest % size);
            rest /= size;
        }
        return index;
    }
}
