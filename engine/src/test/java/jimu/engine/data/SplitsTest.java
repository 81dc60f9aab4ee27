package jimu.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
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

    @Test
    void aLimitLeavesEachPartTheSameShare() {
        Splits all = Splits.of(new Numbers(100), 0.1, 0.2, 1);
        Splits some = all.limited(OptionalInt.of(18), 1);
        assertEquals(
                List.of(18, 2, 5),
                Stream.of(some.train(), some.validation(), some.test())
                        .map(Dataset::size)
                        .toList());
        assertEquals(72, some.train().available());
        assertTrue(listed(all.train()).containsAll(listed(some.train())));
        assertTrue(listed(all.test()).containsAll(listed(some.test())));
        assertEquals(18, Set.copyOf(listed(some.train())).size());
    }

    @Test
    void aSmallerLimitDrawsFromALargerOneAndTheSeedDecidesWhich() {
        Splits all = Splits.of(new Numbers(100), 0.1, 0.2, 1);
        List<Integer> some = listed(all.limited(OptionalInt.of(18), 1).train());
        assertEquals(some, listed(all.limited(OptionalInt.of(18), 1).train()));
        assertNotEquals(some, listed(all.limited(OptionalInt.of(18), 2).train()));
        assertTrue(listed(all.limited(OptionalInt.of(30), 1).train()).containsAll(some));
    }

    @Test
    void aLimitEmptiesNoPartAndAboveTheSizeLeavesAll() {
        Splits all = Splits.of(new Numbers(100), 0.1, 0.2, 1);
        Splits one = all.limited(OptionalInt.of(1), 1);
        assertEquals(1, one.train().size());
        assertEquals(1, one.validation().size());
        assertEquals(1, one.test().size());
        Splits without = Splits.of(new Numbers(100), 0, 0.2, 1).limited(OptionalInt.of(8), 1);
        assertEquals(0, without.validation().size());
        assertEquals(all, all.limited(OptionalInt.of(72), 1));
        assertEquals(all, all.limited(OptionalInt.empty(), 1));
    }

    private static List<Integer> listed(Dataset part) {
        return Arrays.stream(samples(part)).boxed().toList();
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
