package jimu.engine.bench;

import java.util.List;

/**
 * What repeated measurements gave, in one unit.
 *
 * @param least the smallest
 * @param median the one in the middle
 * @param most the largest
 */
public record Spread(double least, double median, double most) {
    /** The spread of at least one number. */
    public static Spread of(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        return new Spread(sorted.get(0), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
    }

    /** The same in another unit. */
    public Spread times(double factor) {
        return new Spread(least * factor, median * factor, most * factor);
    }
}
