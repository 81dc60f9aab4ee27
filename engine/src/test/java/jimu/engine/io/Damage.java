package jimu.engine.io;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Damages a valid file in many seeded ways: each must be read or refused by FileException, with bounded memory. */
final class Damage {
    private static final long MOST_BYTES = 4 << 20;

    private Damage() {}

    interface Reader {
        void read(Path file) throws FileException;
    }

    /** Returns how many of the damaged files were refused. */
    static int refusals(Path file, int rounds, Reader reader) throws IOException {
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(1);
        warmUp(file, reader);
        int refused = 0;
        for (int round = 0; round < rounds; round++) {
            byte[] damaged = damaged(whole, random);
            Files.write(file, damaged);
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            try {
                reader.read(file);
            } catch (FileException e) {
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("Round " + round + ": " + Arrays.toString(damaged), e);
            }
            long allocated =
                    threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
            assertTrue(allocated < MOST_BYTES, "Round " + round + " allocated " + allocated + " bytes");
        }
        Files.write(file, whole);
        return refused;
    }

    /** Loads the classes and texts of success and refusal, which are no allocations for the file. */
    private static void warmUp(Path file, Reader reader) throws IOException {
        try {
            reader.read(file);
            Files.write(file, new byte[] {'{'});
            reader.read(file);
        } catch (FileException e) {
            assertTrue(e.getMessage() != null);
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        switch (random.nextInt(4)) {
            case 0 -> bytes = Arrays.copyOf(whole, random.nextInt(whole.length));
            case 1 -> bytes[random.nextInt(whole.length)] = (byte) "0129-[]{}\",:eE".charAt(random.nextInt(14));
            case 2 -> bytes = Arrays.copyOf(whole, whole.length + 1 + random.nextInt(9));
            default -> {
                for (int flips = random.nextInt(3); flips >= 0; flips--) {
                    bytes[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        return bytes;
    }
}
