package jimu.engine.train;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Tensor;

/**
 * What is no number in a tensor, and how large the numbers are.
 *
 * @param first the position of the first NaN or infinity; −1 where there is none
 * @param value that one
 * @param largest the largest magnitude of the finite numbers
 */
record NoNumbers(long first, float value, float largest) {
    private static final int CHUNK = 4096;

    /** Looks through a tensor. */
    static NoNumbers of(Tensor tensor) {
        if (tensor.dtype() != DType.FLOAT32) {
            return new NoNumbers(-1, 0, 0);
        }
        float[] chunk = new float[CHUNK];
        long first = -1;
        float value = 0;
        float largest = 0;
        for (long from = 0; from < tensor.length(); from += CHUNK) {
            int count = (int) Math.min(CHUNK, tensor.length() - from);
            tensor.read(from, chunk, 0, count);
            for (int i = 0; i < count; i++) {
                if (Float.isFinite(chunk[i])) {
                    largest = Math.max(largest, Math.abs(chunk[i]));
                } else if (first < 0) {
                    first = from + i;
                    value = chunk[i];
                }
            }
        }
        return new NoNumbers(first, value, largest);
    }

    /** The places along an axis at which something is no number: the first few. */
    static SortedSet<Integer> along(Tensor tensor, long size, long inner, int most) {
        SortedSet<Integer> places = new TreeSet<>();
        float[] chunk = new float[CHUNK];
        for (long from = 0; from < tensor.length() && places.size() < most; from += CHUNK) {
            int count = (int) Math.min(CHUNK, tensor.length() - from);
            tensor.read(from, chunk, 0, count);
            for (int i = 0; i < count && places.size() < most; i++) {
                if (!Float.isFinite(chunk[i])) {
                    places.add((int) ((from + i) / inner % size));
                }
            }
        }
        return places;
    }

    boolean none() {
        return first < 0;
    }

    /** The one found. */
    Optional<String> told() {
        return none() ? Optional.empty() : Optional.of(Float.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞");
    }
}
