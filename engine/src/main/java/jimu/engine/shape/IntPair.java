package jimu.engine.shape;

/**
 * A number for the height and one for the width of a spatial operation.
 *
 * @param height along the second but last axis
 * @param width along the last axis
 */
public record IntPair(int height, int width) {
    /** The same number for both. */
    public static IntPair of(int both) {
        return new IntPair(both, both);
    }

    /** One number when both are equal, else {@code (height, width)}, as PyTorch prints it. */
    @Override
    public String toString() {
        return height == width ? Integer.toString(height) : "(" + height + ", " + width + ")";
    }
}
