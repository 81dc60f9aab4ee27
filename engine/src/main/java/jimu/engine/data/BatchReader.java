package jimu.engine.data;

import java.util.Objects;
import java.util.Optional;
import jimu.engine.shape.DType;
import jimu.engine.tensor.Tensor;

/**
 * Fills tensors with one field of chosen samples, preprocessed; allocates nothing while reading.
 *
 * <p>A field of sample shape (a, b) becomes (N, a, b), (a, N, b) or (a, b, N) as the batch axis says. A reader keeps a chunk
 * between batches, so one thread uses it at a time.
 */
public final class BatchReader {
    private static final int CHUNK = 4096;

    private final Dataset dataset;
    private final String field;
    private final Optional<Affine> map;
    private final int elements;
    private final int inner;
    private final int capacity;
    private final float[] floats;
    private final int[] ints;

    /**
     * A reader of {@code field} that puts N in at {@code batchAxis}. Throws IllegalArgumentException if the field is missing, has
     * fewer axes, or does not fit its preprocessing.
     */
    public BatchReader(Dataset dataset, String field, Preprocessing preprocessing, int batchAxis) {
        Field description = dataset.field(field);
        int rank = description.type().shape().rank();
        if (batchAxis < 0 || batchAxis > rank) {
            throw new IllegalArgumentException(
                    "A field of " + rank + " axes has no place for a batch axis " + batchAxis);
        }
        this.dataset = dataset;
        this.field = field;
        this.map = preprocessing.map(field);
        this.elements = description.elements();
        if (map.isPresent() && !map.get().fits(elements)) {
            throw new IllegalArgumentException("The preprocessing of " + field + " does not fit " + description.type());
        }
        this.inner = Math.toIntExact(
                description.type().shape().slice(batchAxis, rank).elements(1));
        this.capacity = inner == elements ? Math.max(1, CHUNK / Math.max(1, elements)) : 1;
        boolean floating = description.type().dtype() == DType.FLOAT32;
        this.floats = new float[floating ? capacity * elements : 0];
        this.ints = new int[floating ? 0 : capacity * elements];
    }

    /** Fills {@code to} with the samples {@code order[from]} … {@code order[from + count − 1]}; it must hold exactly those. */
    public void read(int[] order, int from, int count, Tensor to) {
        Objects.checkFromIndexSize(from, count, order.length);
        if (to.length() != (long) count * elements) {
            throw new IllegalArgumentException(
                    count + " samples of " + elements + " numbers do not fill a tensor of " + to.length());
        }
        for (int done = 0; done < count; ) {
            int samples = Math.min(capacity, count - done);
            for (int i = 0; i < samples; i++) {
                load(order[from + done + i], i * elements);
            }
            if (inner == elements) {
                store(to, (long) done * elements, 0, samples * elements);
            } else {
                scatter(to, done, count);
            }
            done += samples;
        }
    }

    private void load(int sample, int at) {
        if (floats.length == 0) {
            dataset.copy(field, sample, ints, at);
            return;
        }
        dataset.copy(field, sample, floats, at);
        if (map.isPresent()) {
            map.get().apply(floats, at, elements);
        }
    }

    private void scatter(Tensor to, int position, int batch) {
        for (int outer = 0; outer < elements / inner; outer++) {
            store(to, ((long) outer * batch + position) * inner, outer * inner, inner);
        }
    }

    private void store(Tensor to, long position, int at, int count) {
        if (floats.length == 0) {
            to.write(position, ints, at, count);
        } else {
            to.write(position, floats, at, count);
        }
    }
}
