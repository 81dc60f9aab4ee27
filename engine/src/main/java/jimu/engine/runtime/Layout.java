package jimu.engine.runtime;

import jimu.engine.shape.TensorType;

/**
 * How the numbers of a value lie in memory. Equal layouts are the same to every kernel; between others the executor puts a
 * {@link Reorder}. A gradient lies as its value does; parameters and buffers are always row-major.
 */
public interface Layout {
    /** How many numbers a value of this fixed type takes in memory, padding included. */
    long elements(TensorType type);

    /** The last axis is dense and nothing lies between: what every kernel set can read. */
    enum RowMajor implements Layout {
        ROW_MAJOR;

        @Override
        public long elements(TensorType type) {
            return type.shape().elements(1);
        }
    }
}
