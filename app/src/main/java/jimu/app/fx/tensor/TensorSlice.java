package jimu.app.fx.tensor;

import java.util.List;
import jimu.engine.shape.TensorShape;

/**
 * The last two axes of a tensor, at fixed places of the others, as rows and columns; a vector is one column.
 *
 * @param numbers the whole tensor, row-major; not to be changed
 * @param shape its fixed shape
 * @param index the places on the leading axes
 */
@SuppressWarnings("ArrayRecordComponent") // a view of numbers that are not worth boxing; nobody compares slices
public record TensorSlice(float[] numbers, TensorShape shape, List<Integer> index) {
    public TensorSlice {
        index = List.copyOf(index);
    }

    /** The number of axes before the last two. */
    public static int leading(TensorShape shape) {
        return Math.max(0, shape.rank() - 2);
    }

    /** The size of the last but one axis. */
    public int rows() {
        return shape.rank() == 0 ? 1 : size(shape.rank() == 1 ? 0 : shape.rank() - 2);
    }

    /** The size of the last axis. */
    public int columns() {
        return shape.rank() < 2 ? 1 : size(shape.rank() - 1);
    }

    /** The number in a row and a column. */
    public float value(int row, int column) {
        int offset = 0;
        for (int axis = 0; axis < index.size(); axis++) {
            offset = offset * size(axis) + index.get(axis);
        }
        return numbers[(offset * rows() + row) * columns() + column];
    }

    private int size(int axis) {
        return Math.toIntExact(shape.dim(axis).factor());
    }
}
