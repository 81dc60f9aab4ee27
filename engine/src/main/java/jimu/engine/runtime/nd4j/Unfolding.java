package jimu.engine.runtime.nd4j;

import java.util.Arrays;
import jimu.engine.op.Convolution;
import jimu.engine.op.Margins;
import jimu.engine.runtime.Bound;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;

/**
 * From a picture to the matrix of its windows and back, for one group of channels of one sample: the row of a kernel element
 * (channel, row, column) holds what that element meets at each window. Staged through arrays, float32 only.
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
    private final float[] picture;
    private final float[] padded;
    private final float[] sums;
    private final float[] windows;

    /** The unfolding of the first operand of a convolution. */
    Unfolding(Bound bound) {
        Convolution op = (Convolution) bound.signature().op();
        TensorShape shape = bound.shape(0);
        int channels = (int) bound.shape(1).dim(1).factor();
        margins = op.margins();
        height = (int) shape.dim(2).factor();
        width = (int) shape.dim(3).factor();
        paddedHeight = height + margins.top() + margins.bottom();
        paddedWidth = width + margins.left() + margins.right();
        down = op.stride().height() * paddedWidth;
        across = op.stride().width();
        resultHeight = (int) bound.resultShape().dim(2).factor();
        resultWidth = (int) bound.resultShape().dim(3).factor();
        starts = starts(channels, Convolution.kernel(bound.shape(1)), op.dilation());
        picture = new float[channels * height * width];
        padded = new float[channels * paddedHeight * paddedWidth];
        sums = new float[padded.length];
        windows = new float[starts.length * columns()];
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
        return picture.length;
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
        x.read(from, picture, 0, picture.length);
        for (int line = 0; line * width < picture.length; line++) {
            System.arraycopy(picture, line * width, padded, place(line), width);
        }
        for (int row = 0; row < starts.length; row++) {
            int at = starts[row];
            int to = row * columns();
            for (int line = 0; line < resultHeight; line++, at += down, to += resultWidth) {
                if (across == 1) {
                    System.arraycopy(padded, at, windows, to, resultWidth);
                } else {
                    gather(padded, at, across, windows, to, resultWidth);
                }
            }
        }
        matrix.write(0, windows, 0, windows.length);
    }

    /** Writes the picture that begins at {@code to}: each element is the sum of those of the matrix that unfolding takes from it. */
    void fold(Tensor matrix, Tensor x, long to) {
        matrix.read(0, windows, 0, windows.length);
        Arrays.fill(sums, 0);
        for (int row = 0; row < starts.length; row++) {
            int at = starts[row];
            int from = row * columns();
            for (int line = 0; line < resultHeight; line++, at += down, from += resultWidth) {
                scatter(windows, from, sums, at, across, resultWidth);
            }
        }
        for (int line = 0; line * width < picture.length; line++) {
            System.arraycopy(sums, place(line), picture, line * width, width);
        }
        x.write(to, picture, 0, picture.length);
    }

    private static void gather(float[] from, int at, int step, float[] to, int first, int count) {
        for (int i = 0; i < count; i++) {
            to[first + i] = from[at + i * step];
        }
    }

    private static void scatter(float[] from, int first, float[] to, int at, int step, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i * step] += from[first + i];
        }
    }

    /** Where a line of the picture begins within its margins. */
    private int place(int line) {
        int row = line / height * paddedHeight + line % height + margins.top();
        return row * paddedWidth + margins.left();
    }
}
