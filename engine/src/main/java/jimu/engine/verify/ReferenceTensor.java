package jimu.engine.verify;

import java.util.Arrays;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorShape;

/**
 * A tensor of a reference file.
 *
 * @param shape its fixed shape
 * @param values its numbers, row-major; not to be changed
 * @param integers whether all of them are written as whole numbers
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares tensors as values
record ReferenceTensor(TensorShape shape, double[] values, boolean integers) {
    /** The element type it has in this engine. */
    DType dtype() {
        return integers ? DType.INT32 : DType.FLOAT32;
    }

    float[] floats() {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** The largest magnitude, at least 1. */
    double scale() {
        return Math.max(1, Arrays.stream(values).map(Math::abs).max().orElse(0));
    }
}
