package jimu.app.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import jimu.app.fx.Background;
import jimu.app.text.Numbers;
import jimu.app.text.Texts;
import jimu.engine.tensor.Memory;

/**
 * How much memory the program takes, of the machine's, and its tensors of that; looked up in the background, once a second at most.
 * For the JavaFX thread only.
 */
final class MemoryUse {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final long KILO = 1024;
    private static final long PAUSE_NANOS = 1_000_000_000;

    private final Background background;
    private final LongSupplier nanos;
    private Optional<Amount> last = Optional.empty();
    private boolean asking;
    private long asked;

    /** Bytes of the whole process, and of its tensors. */
    record Amount(long process, long tensors) {
        /** In a few words. */
        String text() {
            return Texts.of("training.memory.now", Numbers.bytes(process), Numbers.bytes(tensors));
        }
    }

    MemoryUse(Background background, LongSupplier nanos) {
        this.background = background;
        this.nanos = nanos;
    }

    /** What was found last; asks anew if that is old. Empty until the first answer. */
    Optional<Amount> now() {
        long time = nanos.getAsLong();
        if (!asking && (last.isEmpty() || time - asked >= PAUSE_NANOS)) {
            asking = true;
            asked = time;
            background.run(MemoryUse::measure, this::found, failure -> asking = false);
        }
        return last;
    }

    private void found(Amount amount) {
        asking = false;
        last = Optional.of(amount);
    }

    private static Amount measure() {
        return new Amount(process(), Memory.totalBytes());
    }

    /** What the system says; where it does not say so in a file, Java's heap and the tensors together, which is a little less. */
    private static long process() {
        try {
            if (Files.exists(STATUS)) {
                for (String line : Files.readAllLines(STATUS)) {
                    if (line.startsWith(RESIDENT)) {
                        return Long.parseLong(line.replaceAll("\\D", "")) * KILO;
                    }
                }
            }
        } catch (IOException | NumberFormatException e) {
            return javaAndTensors();
        }
        return javaAndTensors();
    }

    private static long javaAndTensors() {
        Runtime java = Runtime.getRuntime();
        return java.totalMemory() - java.freeMemory() + Memory.totalBytes();
    }
}
