package jimu.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SplitsTest {
    @Test
    void partsHoldEverySampleOnce() {
        Splits parts = Splits.of(new Numbers(100), 0.1, 0.2, 1);
        assertEquals(72, parts.train().size());
        assertEquals(8, parts.validation().size());
        assertEquals(20, parts.test().size());
        int[] all = Stream.of(parts.train(), parts.validation(), parts.test())
                .flatMapToInt(part -> Arrays.stream(samples(part)))
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, 100).toArray(), all);
    }

    @Test
    void seedDecidesTheParts() {
        Splits one = Splits.of(new Numbers(100), 0.1, 0.2, 1);
        Splits again = Splits.of(new Numbers(100), 0.1, 0.2, 1);
        Splits other = Splits.of(new Numbers(100), 0.1, 0.2, 2);
        assertArrayEquals(samples(one.test()), samples(again.test()));
        assertArrayEquals(samples(one.validation()), samples(again.validation()));
        assertFalse(Arrays.equals(samples(one.test()), samples(other.test())));
    }

    @Test
    void ownTestPartIsKept() {
        Splits parts = Splits.withTest(new Numbers(10), new Numbers(3), 0.3, 1);
        assertEquals(7, parts.train().size());
        assertEquals(3, parts.validation().size());
        assertArrayEquals(new int[] {0, 1, 2}, samples(parts.test()));
    }

    @Test
    void oneSampleAlwaysRemainsToLearnFrom() {
        Splits parts = Splits.of(new Numbers(1), 0.9, 0.9, 1);
        assertEquals(1, parts.train().size());
        assertEquals(0, parts.test().size());
    }

    private static int[] samples(Dataset part) {
        float[] values = new float[6];
        int[] samples = new int[part.size()];
        for (int i = 0; i < samples.length; i++) {
            part.copy("x", i, values, 0);
            samples[i] = (int) values[0] / 10;
        }
        return samples;
    }
}
