package jimu.engine.layer;

import jimu.engine.shape.IntPair;

/**
 * Two numbers, or what follows from the rest, which is PyTorch's {@code None}: a pool's step is then the size of its window.
 *
 * @param pinned the numbers, or (0, 0) for automatic
 */
public record AutoPair(IntPair pinned) {
    /** The numbers follow from the rest. */
    public static final AutoPair AUTO = new AutoPair(IntPair.of(0));

    /** Whether the numbers follow from the rest. */
    public boolean automatic() {
        return equals(AUTO);
    }

    /** The pinned numbers, or else {@code automatic}. */
    public IntPair or(IntPair automatic) {
        return automatic() ? automatic : pinned;
    }

    @Override
    public String toString() {
        return automatic() ? "auto" : pinned.toString();
    }
}
