package jimu.engine.layer;

/**
 * A number that follows from the input or from the rest, or that a person has pinned.
 *
 * @param pinned the pinned value, or 0 for automatic
 */
public record Size(int pinned) {
    /** The size follows from the input. */
    public static final Size AUTO = new Size(0);

    /** A pinned size. */
    public static Size of(int value) {
        return new Size(value);
    }

    /** Whether the size follows from the input. */
    public boolean automatic() {
        return pinned == 0;
    }

    /** The pinned value, or else {@code automatic}. */
    public int or(int automatic) {
        return automatic() ? automatic : pinned;
    }

    /** Whether an input of this size fits. */
    public boolean accepts(long actual) {
        return automatic() || pinned == actual;
    }
}
