package jimu.engine.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import jimu.engine.shape.DType;

/**
 * One place in native memory for all that is needed only while one operation runs: everybody who asks gets the same. It is as
 * large as the largest wish, and moves when it grows. Its users run one after another.
 */
public final class Scratch {
    private final Memory memory;
    private final List<LongConsumer> users = new ArrayList<>();
    private Memory place;
    private long address;
    private long bytes;

    Scratch(Memory memory) {
        this.memory = memory;
        place = memory.part();
    }

    /** Keeps {@code wish} bytes free for {@code user}, which is told the address now and whenever it changes. */
    public synchronized void reserve(long wish, LongConsumer user) {
        users.add(user);
        if (wish <= bytes) {
            user.accept(address);
            return;
        }
        place.close();
        place = memory.part();
        long floats = (wish + Float.BYTES - 1) / Float.BYTES;
        address = place.allocate(DType.FLOAT32, floats).address();
        bytes = floats * Float.BYTES;
        users.forEach(told -> told.accept(address));
    }

    /** How large it is. */
    public synchronized long bytes() {
        return bytes;
    }
}
