package jimu.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A series of readings, one a step, with the lowest and highest of every 16, 32, 64, … of them: what a stretch of any length holds
 * is told in O(log n), and no spike and no NaN is ever lost.
 *
 * <p>Its places stand for one step each at first. When there are {@code most} of them, four are made one, which knows its extremes
 * and its mean; from then on two are made one whenever half of {@code most} is reached. So a series takes at most 6 bytes for each
 * of {@code most} places before that and 9 after it: 10 MB for the 1,048,576 of a run, however long it is. Adding takes O(1) on
 * average and, but for arrays that double, allocates nothing.
 */
final class Pyramid {
    private static final int LEAF = 16;
    private static final int LEAF_BITS = 4;
    private static final int FIRST = 256;
    private static final int FIRST_MERGER = 4;

    private final int most;
    private final Extent pending = new Extent();
    private final Extent row = new Extent();
    private final List<Tier> tiers = new ArrayList<>();
    private float[] values;
    private Tier rows = new Tier();
    private int size;
    private int grain = 1;
    private long added;

    /** Of {@code most} places at most, a power of two from 128 on. */
    Pyramid(int most) {
        if (most < FIRST_MERGER * 2 * LEAF || Integer.bitCount(most) != 1) {
            throw new IllegalArgumentException("The places are a power of two from 128 on, not " + most);
        }
        this.most = most;
        values = new float[Math.min(FIRST, most)];
    }

    /** Adds the reading of the next step; NaN and infinity are remembered as what they are. */
    void add(float value) {
        added++;
        if (grain == 1) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
            climb();
            if (size == most) {
                merge(FIRST_MERGER);
            }
            return;
        }
        pending.add(value);
        if (pending.finite() + pending.bad() == grain) {
            rows.add(pending);
            pending.clear();
            size++;
            climb();
            if (size == most / 2) {
                merge(2);
            }
        }
    }

    /** How many places there are. */
    int size() {
        return size;
    }

    /** How many steps a place stands for. */
    int grain() {
        return grain;
    }

    /** How many readings were added. */
    long added() {
        return added;
    }

    /** The reading at a place, or the mean where it stands for several steps. */
    double at(int place) {
        return grain == 1 ? values[place] : rows.mean(place);
    }

    /** Adds what the places from {@code from} to before {@code to} hold. */
    void gather(int from, int to, Extent into) {
        int at = from;
        while (at < to) {
            int bits = Math.min(
                    at == 0 ? Integer.SIZE : Integer.numberOfTrailingZeros(at),
                    Integer.SIZE - 1 - Integer.numberOfLeadingZeros(to - at));
            int tier = Math.min(bits - LEAF_BITS, tiers.size() - 1);
            if (tier < 0) {
                place(at, into);
                at++;
            } else {
                tiers.get(tier).gather(at >> (tier + LEAF_BITS), (long) grain << (tier + LEAF_BITS), into);
                at += LEAF << tier;
            }
        }
    }

    /** As it is now, for another thread. */
    Pyramid copy() {
        Pyramid copy = new Pyramid(most);
        copy.values = values.clone();
        copy.rows = rows.copy();
        tiers.forEach(tier -> copy.tiers.add(tier.copy()));
        copy.size = size;
        copy.grain = grain;
        copy.added = added;
        return copy;
    }

    private void place(int place, Extent into) {
        if (grain == 1) {
            into.add(values[place]);
        } else {
            rows.gather(place, grain, into);
        }
    }

    /** Tells the tiers of a leaf that is full, and those above of pairs. */
    private void climb() {
        if (size % LEAF != 0) {
            return;
        }
        row.clear();
        for (int place = size - LEAF; place < size; place++) {
            place(place, row);
        }
        tier(0).add(row);
        for (int above = 1; tiers.get(above - 1).size() % 2 == 0; above++) {
            Tier below = tiers.get(above - 1);
            long steps = (long) grain << (above - 1 + LEAF_BITS);
            row.clear();
            below.gather(below.size() - 2, steps, row);
            below.gather(below.size() - 1, steps, row);
            tier(above).add(row);
        }
    }

    private Tier tier(int index) {
        if (index == tiers.size()) {
            tiers.add(new Tier());
        }
        return tiers.get(index);
    }

    /** Makes so many places one, 2 or 4; there are as many as can be divided. */
    private void merge(int count) {
        Tier merged = new Tier();
        for (int place = 0; place < size; place += count) {
            row.clear();
            for (int i = 0; i < count; i++) {
                place(place + i, row);
            }
            merged.add(row);
        }
        tiers.subList(0, Integer.numberOfTrailingZeros(count)).clear();
        values = new float[0];
        rows = merged;
        size /= count;
        grain *= count;
    }
}
