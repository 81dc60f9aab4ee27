package jimu.engine.runtime.nd4j;

import jimu.engine.tensor.Tensor;

/** Copies of rows within row-major matrices. */
final class Rows {
    private Rows() {}

    /** Fills {@code to} with copies of {@code row}, doubling what is already there. */
    static void repeat(Tensor row, Tensor to) {
        to.write(0, row, 0, row.length());
        for (long filled = row.length(); filled < to.length(); filled += filled) {
            to.write(filled, to, 0, Math.min(filled, to.length() - filled));
        }
    }

    /** Copies {@code count} rows of {@code width} numbers between matrices whose rows begin {@code stride} numbers apart. */
    static void copy(
            Tensor from, long fromStart, int fromStride, Tensor to, long toStart, int toStride, int width, int count) {
        if (fromStride == width && toStride == width) {
            to.write(toStart, from, fromStart, (long) width * count);
            return;
        }
        for (int row = 0; row < count; row++) {
            to.write(toStart + (long) row * toStride, from, fromStart + (long) row * fromStride, width);
        }
    }
}
