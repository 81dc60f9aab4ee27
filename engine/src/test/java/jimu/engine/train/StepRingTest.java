package jimu.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepRingTest {
    private static final int CAPACITY = 1 << 16;

    private final StepRing ring = new StepRing();
    private final List<String> read = new ArrayList<>();

    @Test
    void readingsComeInOrderWithTheNumbersOfTheirSteps() {
        ring.add(0.5f, 0.25f, 0.1f, 5);
        ring.add(0.4f, Float.NaN, 0.1f, 5);
        assertEquals(2, drain(0));
        assertEquals(List.of("1: 0.5 0.25 0.1 5.0", "2: 0.4 NaN 0.1 5.0"), read);
    }

    @Test
    void whatWasSeenIsNotReadAgain() {
        ring.add(3, 0, 0, 5);
        long seen = drain(0);
        ring.add(2, 0, 0, 5);
        assertEquals(2, drain(seen));
        assertEquals(List.of("1: 3.0 0.0 0.0 5.0", "2: 2.0 0.0 0.0 5.0"), read);
        assertEquals(2, drain(2));
        assertEquals(2, read.size());
    }

    @Test
    void aReaderThatFallsBehindLosesTheOldest() {
        for (int step = 1; step <= 2 * CAPACITY; step++) {
            ring.add(step, 0, 0, 5);
        }
        assertEquals(2 * CAPACITY, drain(0));
        assertEquals(CAPACITY / 2, read.size());
        int first = 2 * CAPACITY - CAPACITY / 2 + 1;
        assertEquals(first + ": " + (float) first + " 0.0 0.0 5.0", read.get(0));
        assertEquals(2L * CAPACITY, ring.written());
    }

    private long drain(long seen) {
        return ring.drain(
                seen,
                one -> read.add(one.step() + ": " + one.loss() + " " + one.metric() + " " + one.rate() + " "
                        + one.gradientNorm()));
    }
}
