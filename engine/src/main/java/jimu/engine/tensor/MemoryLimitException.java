package jimu.engine.tensor;

import jimu.engine.message.Messages;

/** More native memory was asked for than may be taken; nothing has been allocated. */
public final class MemoryLimitException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final double MEGABYTE = 1e6;

    private final long asked;
    private final long available;

    /** States the bytes that were asked for and the bytes that were still available. */
    MemoryLimitException(long asked, long available) {
        super(Messages.text("tensor.memory.limit", megabytes(asked), megabytes(available)));
        this.asked = asked;
        this.available = available;
    }

    /** The bytes asked for; Long.MAX_VALUE stands for more than a long can hold. */
    public long asked() {
        return asked;
    }

    /** The bytes that could have been had. */
    public long available() {
        return available;
    }

    private static long megabytes(long bytes) {
        return (long) Math.ceil(bytes / MEGABYTE);
    }
}
