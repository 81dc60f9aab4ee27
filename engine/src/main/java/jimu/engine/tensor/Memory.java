package jimu.engine.tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import jimu.engine.message.Messages;
import jimu.engine.shape.DType;
import org.bytedeco.javacpp.Pointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the native memory of a run or of another piece of work, and frees all of it at once.
 *
 * <p>Afterwards every use of its tensors throws IllegalStateException; ND4J views of them must be gone by then. Allocating and
 * closing may happen on different threads; closing while another thread still reads or writes is the caller's mistake.
 */
public final class Memory implements AutoCloseable {
    private static final int ALIGNMENT = 64;
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
    private static final AtomicLong TOTAL = new AtomicLong();

    private final List<Pointer> blocks = new ArrayList<>();
    private final List<AutoCloseable> resources = new ArrayList<>();
    private final List<Memory> parts = new ArrayList<>();
    private final Map<Object, Object> made = new HashMap<>();
    private long bytes;
    private final boolean limited;
    private volatile boolean open = true;

    /** Memory without any tensor yet. */
    public Memory() {
        this(true);
    }

    private Memory(boolean limited) {
        this.limited = limited;
    }

    /**
     * Memory that finds out how much something needs: it has no limit and does not count among {@link #totalBytes}. As long as
     * nobody writes into its tensors, they take next to nothing of the machine's memory.
     */
    public static Memory trial() {
        return new Memory(false);
    }

    /**
     * A tensor of {@code elements} zeros that begins at a multiple of 64 bytes.
     *
     * @throws MemoryLimitException if the tensor would hold more than Integer.MAX_VALUE elements or the process would exceed
     *     {@link Native#memoryLimit()}
     */
    public synchronized Tensor allocate(DType dtype, long elements) {
        checkOpen();
        if (elements < 0) {
            throw new IllegalArgumentException("A tensor cannot have " + elements + " elements");
        }
        if (elements > Integer.MAX_VALUE) {
            long asked = elements > Long.MAX_VALUE / dtype.bytes() ? Long.MAX_VALUE : elements * dtype.bytes();
            throw new MemoryLimitException(asked, (long) Integer.MAX_VALUE * dtype.bytes());
        }
        long size = elements * dtype.bytes() + ALIGNMENT;
        if (limited) {
            reserve(size);
        }
        Pointer block = Pointer.calloc(size, 1);
        if (block == null || block.isNull()) {
            if (limited) {
                TOTAL.addAndGet(-size);
            }
            throw new MemoryLimitException(size, 0);
        }
        blocks.add(block);
        bytes += size;
        long aligned = (block.address() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return new Tensor(this, dtype, aligned, elements);
    }

    /** Lets {@code resource} be closed together with this memory, before the tensors are freed. */
    public synchronized void own(AutoCloseable resource) {
        checkOpen();
        resources.add(resource);
    }

    /** The place here that operations share which run one after another. */
    public Scratch scratch() {
        return once(Scratch.class, Scratch.class, () -> new Scratch(this));
    }

    /** What {@code maker} made here for an equal key; made now if nobody has asked for it yet. */
    public synchronized <T> T once(Object key, Class<T> type, Supplier<T> maker) {
        checkOpen();
        Object existing = made.get(key);
        if (existing == null) {
            existing = maker.get();
            made.put(key, existing);
        }
        return type.cast(existing);
    }

    /** Memory of the same kind that counts here too and can be freed before; it is freed with this one at the latest. */
    public synchronized Memory part() {
        checkOpen();
        Memory part = new Memory(limited);
        parts.removeIf(other -> !other.open);
        parts.add(part);
        return part;
    }

    /** The bytes allocated here and in the parts and not yet freed, alignment included. */
    public synchronized long bytes() {
        long sum = bytes;
        for (Memory part : parts) {
            sum += part.bytes();
        }
        return sum;
    }

    /** The bytes that all open memories of the process hold. */
    public static long totalBytes() {
        return TOTAL.get();
    }

    /** Frees everything; a second call does nothing. */
    @Override
    public synchronized void close() {
        open = false;
        for (int i = parts.size() - 1; i >= 0; i--) {
            parts.get(i).close();
        }
        for (int i = resources.size() - 1; i >= 0; i--) {
            closeQuietly(resources.get(i));
        }
        resources.clear();
        made.clear();
        blocks.forEach(Pointer::free);
        blocks.clear();
        if (limited) {
            TOTAL.addAndGet(-bytes);
        }
        bytes = 0;
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.warn("Could not release {}", resource, e);
        }
    }

    void checkOpen() {
        if (!open) {
            throw new IllegalStateException(Messages.text("tensor.memory.closed"));
        }
    }

    private static void reserve(long size) {
        long limit = Native.memoryLimit();
        long before = TOTAL.getAndAdd(size);
        if (size > limit - before) {
            TOTAL.addAndGet(-size);
            throw new MemoryLimitException(size, Math.max(0, limit - before));
        }
    }
}
