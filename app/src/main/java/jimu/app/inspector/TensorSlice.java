package jimu.app.inspector;

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
record TensorSlice(float[] numbers, TensorShape shape, List<Integer> index) {
    TensorSlice {
        index = List.copyOf(index);
    }

    /** The number of axes before the last two. */
    static int leading(TensorShape shape) {
        return Math.max(0, shape.rank() - 2);
    }

    int rows() {
        return shape.rank() == 0 ? 1 : size(shape.rank() == 1 ? 0 : shape.rank() - 2);
    }

    int columns() {
        return shape.rank() < 2 ? 1 : size(shape.rank() - 1);
    }

    /** The number in a row and a column. */
    float value(int row, int column) {
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
