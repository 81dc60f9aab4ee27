package jimu.engine.layer;

import java.util.OptionalInt;
import jimu.engine.shape.IntPair;

/**
 * The height and width that come out of an adaptive pool; an axis without a number, PyTorch's {@code None}, keeps its size.
 *
 * @param height along the second but last axis
 * @param width along the last axis
 */
public record OutputSize(OptionalInt height, OptionalInt width) {
    /** The same number for both. */
    public static OutputSize of(int both) {
        return new OutputSize(OptionalInt.of(both), OptionalInt.of(both));
    }

    /** The sizes for a picture of {@code picture}. */
    public IntPair of(IntPair picture) {
        return new IntPair(height.orElse(picture.height()), width.orElse(picture.width()));
    }

    /** Whence the height (0) or width (1) of an adaptive pool's output comes. */
    public Origin origin(int place) {
        boolean given = place == 0 ? height.isPresent() : width.isPresent();
        return given ? Origin.element("output_size", place) : Origin.same(0, 2 + place);
    }

    @Override
    public String toString() {
        return "(" + text(height) + ", " + text(width) + ")";
    }

    private static String text(OptionalInt size) {
        return size.isPresent() ? Integer.toString(size.getAsInt()) : "auto";
    }
}
