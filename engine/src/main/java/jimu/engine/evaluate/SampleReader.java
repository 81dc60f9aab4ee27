package jimu.engine.evaluate;

import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;
import jimu.engine.tensor.Tensor;

/**
 * Reads a batch of an output sample after sample, wherever its batch axis stands: of (a, k·N, b) each sample has a · k · b numbers,
 * in this order. An output without a batch axis belongs to every sample.
 */
final class SampleReader {
    private final boolean batched;
    private final int outer;
    private final int inner;
    private float[] batch = new float[0];

    /** A reader of outputs of a type with N in it. */
    SampleReader(TensorType type) {
        TensorShape shape = type.shape();
        int axis = 0;
        while (axis < shape.rank() && !shape.dim(axis).batched()) {
            axis++;
        }
        batched = axis < shape.rank();
        outer = Math.toIntExact(shape.slice(0, axis).elements(1));
        inner = Math.toIntExact(shape.slice(axis, shape.rank()).elements(1));
    }

    /** How many numbers each sample has. */
    int each() {
        return outer * inner;
    }

    /** Fills {@code to} with the numbers of {@code count} samples. */
    void read(Tensor tensor, int count, float[] to) {
        if (outer == 1 && batched) {
            tensor.read(0, to, 0, count * inner);
            return;
        }
        int length = Math.toIntExact(tensor.length());
        if (batch.length < length) {
            batch = new float[length];
        }
        tensor.read(0, batch, 0, length);
        for (int sample = 0; sample < count; sample++) {
            for (int o = 0; o < outer; o++) {
                int from = batched ? (o * count + sample) * inner : o * inner;
                System.arraycopy(batch, from, to, (sample * outer + o) * inner, inner);
            }
        }
    }
}
