package jimu.engine.op;

import jimu.engine.shape.Dim;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;

/**
 * The padding around a picture, in elements.
 *
 * @param top rows added above
 * @param bottom rows added below
 * @param left columns added to the left
 * @param right columns added to the right
 */
public record Margins(int top, int bottom, int left, int right) {
    /** No padding. */
    public static final Margins NONE = new Margins(0, 0, 0, 0);

    /** The same padding on opposite sides. */
    public static Margins symmetric(IntPair padding) {
        return new Margins(padding.height(), padding.height(), padding.width(), padding.width());
    }

    /** The same padding at both ends of a line, which is a picture of one row. */
    public static Margins along(int padding) {
        return new Margins(0, 0, padding, padding);
    }

    /** Whether opposite sides are padded alike. */
    public boolean isSymmetric() {
        return top == bottom && left == right;
    }

    /**
     * The shape left by a window sliding over the last two axes: ⌊(size + padding − dilation · (kernel − 1) − 1) / stride⌋ + 1
     * along each, as PyTorch's Conv2d page states it. The other axes stay.
     */
    public TensorShape slide(TensorShape input, IntPair kernel, IntPair stride, IntPair dilation) {
        long height = length(input.dim(-2), (long) top + bottom, kernel.height(), stride.height(), dilation.height());
        long width = length(input.dim(-1), (long) left + right, kernel.width(), stride.width(), dilation.width());
        return input.with(-2, Dim.of(height)).with(-1, Dim.of(width));
    }

    /**
     * These margins with as much added below and to the right as makes room for the last window that begins inside the picture
     * or its leading padding: PyTorch's ceil_mode. Throws ArithmeticException beyond an int.
     */
    public Margins coveringLastWindow(TensorShape input, IntPair kernel, IntPair stride, IntPair dilation) {
        int below = missing(input.dim(-2).factor(), top, bottom, kernel.height(), stride.height(), dilation.height());
        int right = missing(input.dim(-1).factor(), left, this.right, kernel.width(), stride.width(), dilation.width());
        return new Margins(top, Math.addExact(bottom, below), left, Math.addExact(this.right, right));
    }

    private static int missing(long size, int before, int after, int kernel, int stride, int dilation) {
        long spread = (long) dilation * (kernel - 1) + 1;
        long windows = Math.floorDiv(size + before + after - spread + stride - 1, stride) + 1;
        if ((windows - 1) * stride >= size + before) {
            windows--;
        }
        return Math.toIntExact(Math.max(0, (windows - 1) * stride + spread - size - before - after));
    }

    private static long length(Dim size, long padding, int kernel, int stride, int dilation) {
        return Math.floorDiv(size.factor() + padding - (long) dilation * (kernel - 1) - 1, stride) + 1;
    }
}
