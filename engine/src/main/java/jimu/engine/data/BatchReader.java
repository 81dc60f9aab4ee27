package jimu.engine.data;

import java.util.Objects;
import java.util.Optional;
import jimu.engine.data.image.Bilinear;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/**
 * Fills tensors with one field of chosen samples, preprocessed; allocates nothing while reading.
 *
 * <p>Samples of shape (a, b) become (N, a, b), (a, N, b) or (a, b, N) as the batch axis says. A reader keeps a chunk between
 * batches, so one thread uses it at a time.
 */
public final class BatchReader {
    private static final int CHUNK = 4096;

    private final String field;
    private final Optional<Affine> map;
    private final Optional<Bilinear> scaler;
    private final int elements;
    private final int inner;
    private final int capacity;
    private final float[] raw;
    private final float[] floats;
    private final int[] ints;
    private Dataset dataset;

    /** A reader of {@code field} in its own shape that puts N in at {@code batchAxis}. */
    public BatchReader(Dataset dataset, String field, Preprocessing preprocessing, int batchAxis) {
        this(
                dataset,
                field,
                preprocessing,
                preprocessing.prepared(dataset.field(field)).type().shape(),
                batchAxis);
    }

    /**
     * A reader of {@code field} that gives a sample's numbers, in their order, the shape {@code sample}. Throws
     * IllegalArgumentException if the field is missing, has another number of numbers, or does not fit its preprocessing.
     */
    public BatchReader(Dataset dataset, String field, Preprocessing preprocessing, TensorShape sample, int batchAxis) {
        Field description = dataset.field(field);
        if (batchAxis < 0 || batchAxis > sample.rank()) {
            throw new IllegalArgumentException(
                    "A field of " + sample.rank() + " axes has no place for a batch axis " + batchAxis);
        }
        this.dataset = dataset;
        this.field = field;
        this.map = preprocessing.map(field);
        this.scaler = preprocessing
                .size(field)
                .map(size -> size.from(description.type().shape()));
        this.elements = preprocessing.prepared(description).elements();
        if (sample.elements(1) != elements || (map.isPresent() && !map.get().fits(description.elements()))) {
            throw new IllegalArgumentException(
                    "The preprocessing of " + field + ", or " + sample + ", does not fit " + description.type());
        }
        this.inner = Math.toIntExact(sample.slice(batchAxis, sample.rank()).elements(1));
        this.capacity = inner == elements ? Math.max(1, CHUNK / Math.max(1, elements)) : 1;
        boolean floating = description.type().dtype() == DType.FLOAT32;
        this.raw = new float[scaler.isPresent() ? description.elements() : 0];
        this.floats = new float[floating ? capacity * elements : 0];
        this.ints = new int[floating ? 0 : capacity * elements];
    }

    /** Reads other samples of the same kind from now on. */
    public void turnTo(Dataset other) {
        dataset = other;
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
        } else if (scaler.isPresent()) {
            dataset.copy(field, sample, raw, 0);
            if (map.isPresent()) {
                map.get().apply(raw, 0, raw.length);
            }
            scaler.get().apply(raw, 0, floats, at);
        } else {
            dataset.copy(field, sample, floats, at);
            if (map.isPresent()) {
                map.get().apply(floats, at, elements);
            }
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
