package jimu.engine.shape;

/**
 * The element type of a tensor.
 *
 * <p>Networks run in {@link #FLOAT32}; {@link #FLOAT64} serves the checks of gradients; {@link #INT32} holds class indices.
 */
public enum DType {
    FLOAT32(4),
    FLOAT64(8),
    INT32(4);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    /** The size of one element in bytes. */
    public int bytes() {
        return bytes;
    }

    /** Whether gradients can flow through values of this type. */
    public boolean isFloating() {
        return this != INT32;
    }

    /** The name in PyTorch's spelling, such as {@code float32}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
