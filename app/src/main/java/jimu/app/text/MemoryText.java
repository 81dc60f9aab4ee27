package jimu.app.text;

import jimu.engine.train.MemoryNeed;

/** What training takes of the machine's memory, in words. */
public final class MemoryText {
    private MemoryText() {}

    /** The sum alone. */
    public static String total(MemoryNeed need) {
        return Texts.of("memory.total", Numbers.bytes(need.total()));
    }

    /** The sum and its parts. */
    public static String of(MemoryNeed need) {
        return Texts.of(
                "memory.need",
                Numbers.bytes(need.total()),
                Numbers.bytes(need.parameters()),
                Numbers.bytes(need.gradients()),
                Numbers.bytes(need.optimizer()),
                Numbers.bytes(need.values()),
                Numbers.bytes(need.scratch()),
                Numbers.bytes(need.data()),
                Numbers.bytes(need.copies()),
                Numbers.bytes(need.best()));
    }
}
