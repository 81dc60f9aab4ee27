package jimu.engine.train;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Numbers one after the other, eight bytes each: a small network has a thousand epochs a second. */
final class DoubleList extends AbstractList<Double> {
    private static final int FIRST = 64;

    private double[] numbers = new double[FIRST];
    private int size;

    /** These numbers as they are now, which nobody can change. */
    static List<Double> copyOf(List<Double> numbers) {
        DoubleList copy = new DoubleList();
        copy.addAll(numbers);
        return Collections.unmodifiableList(copy);
    }

    @Override
    public Double get(int index) {
        return numbers[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Double set(int index, Double number) {
        Double before = get(index);
        numbers[index] = number;
        return before;
    }

    @Override
    protected void removeRange(int from, int to) {
        System.arraycopy(numbers, to, numbers, from, size - to);
        size -= to - from;
    }

    @Override
    public boolean add(Double number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
        return true;
    }
}
