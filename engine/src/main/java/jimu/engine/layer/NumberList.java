package jimu.engine.layer;

import java.util.List;

/**
 * Any number of numbers, such as a weight for each class.
 *
 * @param numbers the numbers
 */
public record NumberList(List<Double> numbers) {
    /** No numbers: nothing is said. */
    public static final NumberList NONE = new NumberList(List.of());

    public NumberList {
        numbers = List.copyOf(numbers);
    }

    /** These numbers. */
    public static NumberList of(Double... numbers) {
        return new NumberList(List.of(numbers));
    }

    /** As a Python list. */
    @Override
    public String toString() {
        return numbers.toString();
    }
}
