package jimu.engine.runtime.java;

import jimu.engine.tensor.Tensor;

/**
 * Copies runs of elements that lie at equal distances in two tensors of one type.
 *
 * @param count how many runs there are
 * @param length the elements of a run
 */
record Runs(
        Tensor from,
        long fromStart,
        long fromDistance,
        Tensor to,
        long toStart,
        long toDistance,
        long count,
        long length) {
    void copy() {
        for (long i = 0; i < count; i++) {
            to.write(toStart + i * toDistance, from, fromStart + i * fromDistance, length);
        }
    }
}
