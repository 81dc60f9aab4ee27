package jimu.app.fx.tensor;

import java.util.AbstractList;

/** The numbers from 0 on, without holding them. */
final class Counting extends AbstractList<Integer> {
    private final int size;

    Counting(int size) {
        this.size = size;
    }

    @Override
    public Integer get(int index) {
        return index;
    }

    @Override
    public int size() {
        return size;
    }
}
