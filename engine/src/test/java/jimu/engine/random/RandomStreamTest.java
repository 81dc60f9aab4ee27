package jimu.engine.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static final int MANY = 100_000;

    @Test
    void aNumberDependsOnItsKeyAndPlaceAlone() {
        RandomStream stream = new RandomStream(1, Purpose.DROPOUT, "net.drop");
        int late = stream.at(3).bits(1000);
        stream.at(0).bits(5);
        assertEquals(
                late, new RandomStream(1, Purpose.DROPOUT, "net.drop").at(3).bits(1000));
        assertEquals(late, stream.at(3).bits(1000));
    }

    @Test
    void eachPartOfTheKeyMatters() {
        Set<Integer> numbers = new HashSet<>();
        numbers.add(new RandomStream(1, Purpose.DROPOUT, "a").bits(0));
        numbers.add(new RandomStream(2, Purpose.DROPOUT, "a").bits(0));
        numbers.add(new RandomStream(1, Purpose.SHUFFLE, "a").bits(0));
        numbers.add(new RandomStream(1, Purpose.DROPOUT, "b").bits(0));
        numbers.add(new RandomStream(1, Purpose.DROPOUT, "a").at(1).bits(0));
        numbers.add(new RandomStream(1, Purpose.DROPOUT, "a").at(1L << 32).bits(0));
        numbers.add(new RandomStream(1, Purpose.DROPOUT, "a").bits(1));
        numbers.add(new RandomStream(1, Purpose.DROPOUT, "a").bits(1L << 34));
        assertEquals(8, numbers.size());
    }

    @Test
    void uniformNumbersFillTheirIntervalEvenly() {
        RandomStream stream = new RandomStream(7, Purpose.SPLIT, "");
        int[] tenths = new int[10];
        for (int i = 0; i < MANY; i++) {
            tenths[(int) (10 * stream.uniform(i))]++;
        }
        for (int tenth : tenths) {
            assertEquals(MANY / 10.0, tenth, 400);
        }
    }

    @Test
    void normalNumbersHaveMeanZeroAndDeviationOne() {
        RandomStream stream = new RandomStream(7, Purpose.INITIAL_WEIGHTS, "fc.weight");
        double sum = 0;
        double squares = 0;
        int within = 0;
        for (int i = 0; i < MANY; i++) {
            double number = stream.normal(i);
            sum += number;
            squares += number * number;
            within += Math.abs(number) < 1 ? 1 : 0;
        }
        assertEquals(0, sum / MANY, 0.01);
        assertEquals(1, squares / MANY, 0.02);
        assertEquals(0.6827, (double) within / MANY, 0.005);
    }

    @Test
    void integersLieBelowTheirBound() {
        RandomStream stream = new RandomStream(3, Purpose.SPLIT, "");
        assertArrayEquals(
                new int[] {0, 1, 2, 3, 4},
                IntStream.range(0, 1000)
                        .map(i -> stream.below(5, i))
                        .distinct()
                        .sorted()
                        .toArray());
        assertTrue(IntStream.range(0, 1000).allMatch(i -> stream.below(Integer.MAX_VALUE, i) >= 0));
    }

    @Test
    void permutationsHoldEveryNumberOnceInAnyPlace() {
        int[] order = new RandomStream(3, Purpose.SHUFFLE, "").at(1).permutation(1000);
        int[] sorted = order.clone();
        Arrays.sort(sorted);
        assertArrayEquals(IntStream.range(0, 1000).toArray(), sorted);
        assertFalse(Arrays.equals(sorted, order));
        int[] firsts = new int[4];
        for (int step = 0; step < 8000; step++) {
            firsts[new RandomStream(3, Purpose.SHUFFLE, "").at(step).permutation(4)[0]]++;
        }
        for (int count : firsts) {
            assertEquals(2000, count, 200);
        }
    }
}
