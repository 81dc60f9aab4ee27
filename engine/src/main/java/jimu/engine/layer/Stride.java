package jimu.engine.layer;

import jimu.engine.shape.IntPair;

/**
 * The step of a pooling window: numbers, or the window's own size, which is PyTorch's default.
 *
 * @param pinned the numbers, or (0, 0) for the window's size
 */
public record Stride(IntPair pinned) {
    /** The window's own size, so that windows do not overlap. */
    public static final Stride KERNEL = new Stride(IntPair.of(0));

    /** Whether the step is the window's size. */
    public boolean automatic() {
        return equals(KERNEL);
    }

    /** The step of a window of size {@code kernel}. */
    public IntPair of(IntPair kernel) {
        return automatic() ? kernel : pinned;
    }

    @Override
    public String toString() {
        return automatic() ? "auto" : pinned.toString();
    }
}
