package jimu.engine.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A confusion matrix small enough to be read: of many classes those with the most mistakes, and all others as if they were one.
 *
 * @param matrix the counts; the last class is that of all others, if there are any
 * @param kept the numbers that the classes with a row of their own have in the whole matrix, in their order
 */
public record CondensedConfusion(ConfusionMatrix matrix, List<Integer> kept) {
    public CondensedConfusion {
        kept = List.copyOf(kept);
    }

    /** At most {@code most} rows, at least 2; where classes are put together, {@code others} is their name. */
    public static CondensedConfusion of(ConfusionMatrix whole, int most, String others) {
        int classes = whole.classes().size();
        if (classes <= most) {
            return new CondensedConfusion(
                    whole, IntStream.range(0, classes).boxed().toList());
        }
        List<Integer> kept = IntStream.range(0, classes)
                .boxed()
                .sorted(Comparator.comparing((Integer c) -> -mistakes(whole, c)))
                .limit(most - 1)
                .sorted()
                .toList();
        List<String> names = new ArrayList<>();
        kept.forEach(c -> names.add(whole.classes().get(c)));
        names.add(others);
        int[] places = new int[classes];
        for (int c = 0; c < classes; c++) {
            int place = kept.indexOf(c);
            places[c] = place < 0 ? most - 1 : place;
        }
        long[] counts = new long[most * most];
        for (int truth = 0; truth < classes; truth++) {
            for (int choice = 0; choice < classes; choice++) {
                counts[places[truth] * most + places[choice]] += whole.count(truth, choice);
            }
        }
        return new CondensedConfusion(new ConfusionMatrix(names, counts), kept);
    }

    /** How many classes are put together. */
    public int others(ConfusionMatrix whole) {
        return whole.classes().size() - kept.size();
    }

    /** How many of a class were taken for another, and of others for it. */
    private static long mistakes(ConfusionMatrix whole, int c) {
        return whole.support(c) + whole.predicted(c) - 2 * whole.count(c, c);
    }
}
