package jimu.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import jimu.engine.graph.Sampling;
import org.junit.jupiter.api.Test;

class TuplesTest {
    private static final int SIZE = 30;

    @Test
    void pairsHaveTwoSamplesAndWhetherTheyAreSimilar() throws DataException {
        Dataset pairs = new Tuples(new Numbers(SIZE), Sampling.PAIRS, 1, "training");
        assertEquals(
                List.of("x1", "x2", "similar", "sign", "class1", "class2"),
                pairs.fields().stream().map(Field::name).toList());
        assertEquals(2, pairs.inputs());
        assertEquals(SIZE, pairs.size());
        assertEquals(List.of("a", "b", "c"), pairs.field("class2").classes());
        int similar = 0;
        for (int i = 0; i < SIZE; i++) {
            boolean same = label(pairs, "class1", i) == label(pairs, "class2", i);
            assertEquals(same ? 1 : 0, first(pairs, "similar", i));
            assertEquals(same ? 1 : -1, first(pairs, "sign", i));
            assertEquals(i, first(pairs, "x1", i) / 10);
            assertNotEquals(first(pairs, "x1", i), first(pairs, "x2", i));
            assertEquals(label(pairs, "class2", i), (int) first(pairs, "x2", i) / 10 % 3);
            similar += same ? 1 : 0;
        }
        assertEquals(SIZE / 2, similar);
    }

    @Test
    void tripletsHaveOneOfTheSameAndOneOfAnotherClass() throws DataException {
        Dataset triplets = new Tuples(new Numbers(SIZE), Sampling.TRIPLETS, 1, "training");
        assertEquals(
                List.of("anchor", "positive", "negative", "class", "negative_class"),
                triplets.fields().stream().map(Field::name).toList());
        assertEquals(3, triplets.inputs());
        for (int i = 0; i < SIZE; i++) {
            int anchor = (int) first(triplets, "anchor", i) / 10;
            int positive = (int) first(triplets, "positive", i) / 10;
            int negative = (int) first(triplets, "negative", i) / 10;
            assertEquals(i, anchor);
            assertNotEquals(anchor, positive);
            assertEquals(anchor % 3, positive % 3);
            assertNotEquals(anchor % 3, negative % 3);
            assertEquals(negative % 3, label(triplets, "negative_class", i));
        }
    }

    @Test
    void theSameSeedDrawsTheSameAndEachEpochAnew() throws DataException {
        Tuples one = new Tuples(new Numbers(SIZE), Sampling.PAIRS, 1, "training");
        Tuples other = new Tuples(new Numbers(SIZE), Sampling.PAIRS, 1, "training");
        float[] before = seconds(one);
        assertArrayEquals(before, seconds(other));
        assertArrayEquals(seconds(one.at(3)), seconds(other.at(2).at(3)));
        assertFalse(Arrays.equals(seconds(one.at(1)), seconds(one.at(3))));
        assertArrayEquals(before, seconds(one));
        assertFalse(Arrays.equals(before, seconds(new Tuples(new Numbers(SIZE), Sampling.PAIRS, 2, "training"))));
        assertFalse(Arrays.equals(before, seconds(new Tuples(new Numbers(SIZE), Sampling.PAIRS, 1, "test"))));
    }

    @Test
    void everyOtherSampleIsDrawnSometime() throws DataException {
        Tuples triplets = new Tuples(new Numbers(9), Sampling.TRIPLETS, 1, "training");
        boolean[] positives = new boolean[9];
        boolean[] negatives = new boolean[9];
        for (int epoch = 0; epoch < 100; epoch++) {
            positives[(int) first(triplets.at(epoch), "positive", 4) / 10] = true;
            negatives[(int) first(triplets.at(epoch), "negative", 4) / 10] = true;
        }
        assertArrayEquals(new boolean[] {false, true, false, false, false, false, false, true, false}, positives);
        assertArrayEquals(new boolean[] {true, false, true, true, false, true, true, false, true}, negatives);
    }

    @Test
    void aSampleAloneInItsClassIsPairedWithItself() throws DataException {
        Tuples pairs = new Tuples(new Numbers(2), Sampling.PAIRS, 1, "training");
        assertEquals(1, first(pairs, "similar", 0));
        assertEquals(0, first(pairs, "x2", 0));
        assertEquals(0, first(pairs, "similar", 1));
    }

    @Test
    void whatCannotBeIsSaidInASentence() {
        String few = String.valueOf(
                assertThrows(DataException.class, () -> new Tuples(new Numbers(1), Sampling.PAIRS, 1, "training part"))
                        .getMessage());
        assertTrue(
                few.startsWith("Pairs and triplets need two classes, and the training part of numbers (1 samples)"),
                few);
    }

    private static float first(Dataset data, String field, int sample) {
        float[] numbers = new float[data.field(field).elements()];
        data.copy(field, sample, numbers, 0);
        return numbers[0];
    }

    private static int label(Dataset data, String field, int sample) {
        int[] numbers = new int[1];
        data.copy(field, sample, numbers, 0);
        return numbers[0];
    }

    private static float[] seconds(Dataset pairs) {
        float[] seconds = new float[pairs.size()];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = first(pairs, "x2", i);
        }
        return seconds;
    }
}
