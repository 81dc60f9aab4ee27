package jimu.engine.runtime.nd4j;

import jimu.engine.op.Convolution;
import jimu.engine.op.Margins;
import jimu.engine.op.TransposedConvolution;
import jimu.engine.runtime.Bound;
import jimu.engine.shape.DType;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/**
 * From a picture to the matrix of its windows and back, for one group of channels of one sample: the row of a kernel element
 * (channel, row, column) holds what that element meets at each window. Staged through arrays.
 */
final class Unfolding {
    private final Margins margins;
    private final int height;
    private final int width;
    private final int paddedHeight;
    private final int paddedWidth;
    private final int down;
    private final int across;
    private final int resultHeight;
    private final int resultWidth;
    private final int[] starts;
    private final Row picture;
    private final Row padded;
    private final Row sums;
    private final Row windows;

    /**
     * The unfolding of pictures whose windows stand as the elements of {@code windows} do; the filters are (…, channels, kernel
     * height, kernel width).
     */
    private Unfolding(
            DType type,
            TensorShape pictures,
            TensorShape windows,
            TensorShape filters,
            IntPair stride,
            Margins margins,
            IntPair dilation) {
        this.margins = margins;
        int channels = (int) filters.dim(1).factor();
        height = (int) pictures.dim(2).factor();
        width = (int) pictures.dim(3).factor();
        paddedHeight = height + margins.top() + margins.bottom();
        paddedWidth = width + margins.left() + margins.right();
        down = stride.height() * paddedWidth;
        across = stride.width();
        resultHeight = (int) windows.dim(2).factor();
        resultWidth = (int) windows.dim(3).factor();
        starts = starts(channels, Convolution.kernel(filters), dilation);
        picture = Row.of(type, channels * height * width);
        padded = Row.of(type, channels * paddedHeight * paddedWidth);
        sums = Row.of(type, padded.length());
        this.windows = Row.of(type, starts.length * columns());
    }

    /** The unfolding of the first operand of a convolution. */
    static Unfolding of(Convolution op, Bound bound) {
        return new Unfolding(
                bound.dtype(),
                bound.shape(0),
                bound.resultShape(),
                bound.shape(1),
                op.stride(),
                op.margins(),
                op.dilation());
    }

    /** The unfolding of the result of a transposed convolution, in which each element of the first operand is a window. */
    static Unfolding of(TransposedConvolution op, Bound bound) {
        int top = op.padding().height();
        int left = op.padding().width();
        Margins margins = new Margins(
                top,
                Math.max(0, top - op.outputPadding().height()),
                left,
                Math.max(0, left - op.outputPadding().width()));
        return new Unfolding(
                bound.dtype(),
                bound.resultShape(),
                bound.shape(0),
                bound.shape(1),
                op.stride(),
                margins,
                op.dilation());
    }

    /** Where each kernel element stands in the first window. */
    private int[] starts(int channels, IntPair kernel, IntPair dilation) {
        int[] places = new int[channels * kernel.height() * kernel.width()];
        int place = 0;
        for (int channel = 0; channel < channels; channel++) {
            for (int row = 0; row < kernel.height(); row++) {
                for (int column = 0; column < kernel.width(); column++) {
                    int line = channel * paddedHeight + row * dilation.height();
                    places[place++] = line * paddedWidth + column * dilation.width();
                }
            }
        }
        return places;
    }

    /** The elements of a picture. */
    int elements() {
        return picture.length();
    }

    /** The rows of the matrix: the elements of a kernel. */
    int rows() {
        return starts.length;
    }

    /** The columns of the matrix: the windows. */
    int columns() {
        return resultHeight * resultWidth;
    }

    /** Fills the matrix from the picture that begins at {@code from}. */
    void unfold(Tensor x, long from, Tensor matrix) {
        picture.read(x, from);
        for (int line = 0; line * width < picture.length(); line++) {
            picture.gather(line * width, 1, padded, place(line), width);
        }
        for (int row = 0; row < starts.length; row++) {
            int at = starts[row];
            int to = row * columns();
            for (int line = 0; line < resultHeight; line++, at += down, to += resultWidth) {
                padded.gather(at, across, windows, to, resultWidth);
            }
        }
        windows.write(matrix, 0);
    }

    /** Writes the picture that begins at {@code to}: each element is the sum of those of the matrix that unfolding takes from it. */
    void fold(Tensor matrix, Tensor x, long to) {
        windows.read(matrix, 0);
        sums.clear();
        for (int row = 0; row < starts.length; row++) {
            int at = starts[row];
            int from = row * columns();
            for (int line = 0; line < resultHeight; line++, at += down, from += resultWidth) {
                windows.scatter(from, sums, at, across, resultWidth);
            }
        }
        for (int line = 0; line * width < picture.length(); line++) {
            sums.gather(place(line), 1, picture, line * width, width);
        }
        picture.write(x, to);
    }

    /** Where a line of the picture begins within its margins. */
    private int place(int line) {
        int row = line / height * paddedHeight + line % height + margins.top();
        return row * paddedWidth + margins.left();
    }
}
