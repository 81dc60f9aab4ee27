package jimu.engine.runtime.onednn;

import jimu.engine.op.Margins;
import jimu.engine.shape.IntPair;

/**
 * How a window slides over pictures, in oneDNN's terms.
 *
 * @param strides rows and columns from one place to the next
 * @param dilation what lies between neighbouring elements of the window, 0 being dense
 * @param before margins above and to the left
 * @param after margins below and to the right
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the library, never compared
record Sliding(long[] strides, long[] dilation, long[] before, long[] after) {
    static Sliding of(IntPair stride, IntPair dilation, Margins margins) {
        return new Sliding(
                new long[] {stride.height(), stride.width()},
                new long[] {dilation.height() - 1, dilation.width() - 1},
                new long[] {margins.top(), margins.left()},
                new long[] {margins.bottom(), margins.right()});
    }
}
