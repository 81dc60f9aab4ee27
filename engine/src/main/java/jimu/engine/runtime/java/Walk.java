package jimu.engine.runtime.java;

import java.util.ArrayList;
import java.util.List;

/**
 * A way through a tensor in row-major order that tells where the matching elements of other tensors lie: row by row, a row being
 * as many of the last axes as every tensor has at one distance.
 */
final class Walk {
    private final long[] sizes;
    private final long[][] strides;
    private final long rows;
    private final long inner;
    private final long[] innerStrides;

    /** Through a tensor of {@code sizes}; {@code strides} are the distances of neighbours along each axis, tensor by tensor. */
    Walk(long[] sizes, long[]... strides) {
        List<Long> groups = new ArrayList<>();
        List<long[]> distances = new ArrayList<>();
        for (int axis = 0; axis < sizes.length; axis++) {
            if (sizes[axis] == 1) {
                continue;
            }
            int last = groups.size() - 1;
            long[] at = column(strides, axis);
            if (last >= 0 && follows(distances.get(last), at, sizes[axis])) {
                groups.set(last, groups.get(last) * sizes[axis]);
                distances.set(last, at);
            } else {
                groups.add(sizes[axis]);
                distances.add(at);
            }
        }
        int last = groups.size() - 1;
        inner = last < 0 ? 1 : groups.get(last);
        innerStrides = last < 0 ? new long[strides.length] : distances.get(last);
        this.sizes =
                groups.stream().limit(Math.max(0, last)).mapToLong(size -> size).toArray();
        this.strides = distances.stream().limit(Math.max(0, last)).toArray(long[][]::new);
        long count = 1;
        for (long size : this.sizes) {
            count *= size;
        }
        rows = count;
    }

    /** The distances of neighbours along each axis of a row-major tensor. */
    static long[] rowMajor(long[] sizes) {
        long[] strides = new long[sizes.length];
        long stride = 1;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= sizes[axis];
        }
        return strides;
    }

    /** The number of rows. */
    long rows() {
        return rows;
    }

    /** The number of elements of a row. */
    long inner() {
        return inner;
    }

    /** The distance of neighbours of a row in another tensor; 0 where all are one element. */
    long stride(int tensor) {
        return innerStrides[tensor];
    }

    /** Where a row begins in another tensor. */
    long start(int tensor, long row) {
        long rest = row;
        long start = 0;
        for (int group = sizes.length - 1; group >= 0; group--) {
            start += rest % sizes[group] * strides[group][tensor];
            rest /= sizes[group];
        }
        return start;
    }

    private static boolean follows(long[] outer, long[] inner, long size) {
        for (int i = 0; i < outer.length; i++) {
            if (outer[i] != inner[i] * size) {
                return false;
            }
        }
        return true;
    }

    private static long[] column(long[][] strides, int axis) {
        long[] column = new long[strides.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = strides[i][axis];
        }
        return column;
    }
}
