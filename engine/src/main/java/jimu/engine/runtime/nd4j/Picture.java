package jimu.engine.runtime.nd4j;

import java.util.function.LongFunction;
import jimu.engine.op.Margins;
import jimu.engine.shape.TensorShape;
import jimu.engine.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Pictures (N, C, H, W) as a native operation wants them: one group of channels after the other, with room around each picture.
 *
 * <p>Where there is one group and no margin this is the tensor itself, and nothing is copied.
 */
final class Picture {
    private final Tensor outer;
    private final Tensor staged;
    private final int samples;
    private final int groups;
    private final int perGroup;
    private final int height;
    private final int width;
    private final Margins margins;

    /** Pictures of {@code shape} in {@code outer}; {@code workspace} makes a tensor of zeros. */
    Picture(Tensor outer, TensorShape shape, int groups, Margins margins, LongFunction<Tensor> workspace) {
        this.outer = outer;
        this.groups = groups;
        this.margins = margins;
        samples = (int) shape.dim(0).factor();
        perGroup = (int) shape.dim(1).factor() / groups;
        height = (int) shape.dim(2).factor();
        width = (int) shape.dim(3).factor();
        boolean same = groups == 1 && margins.equals(Margins.NONE);
        staged = same ? outer : workspace.apply((long) groups * samples * perGroup * stagedPlane());
    }

    /** The pictures of one group with their margins. */
    INDArray group(int group) {
        long elements = (long) samples * perGroup * stagedPlane();
        return staged.slice(group * elements, elements).array(samples, perGroup, stagedHeight(), stagedWidth());
    }

    /** Brings the staged pictures up to date with the tensor. */
    void gather() {
        copy(Direction.GATHER);
    }

    /** Brings the tensor up to date with the staged pictures, leaving the margins out. */
    void scatter() {
        copy(Direction.SCATTER);
    }

    private enum Direction {
        GATHER,
        SCATTER
    }

    private void copy(Direction direction) {
        if (staged == outer) {
            return;
        }
        boolean whole = margins.equals(Margins.NONE);
        int run = whole ? perGroup * height * width : width;
        int runs = whole ? 1 : perGroup * height;
        long from = 0;
        for (int sample = 0; sample < samples; sample++) {
            for (int group = 0; group < groups; group++) {
                long block = ((long) group * samples + sample) * perGroup * stagedPlane();
                for (int i = 0; i < runs; i++, from += run) {
                    long to = block + (whole ? 0 : place(i));
                    if (direction == Direction.GATHER) {
                        staged.write(to, outer, from, run);
                    } else {
                        outer.write(from, staged, to, run);
                    }
                }
            }
        }
    }

    private long place(int row) {
        return (row / height) * stagedPlane() + (long) (row % height + margins.top()) * stagedWidth() + margins.left();
    }

    private long stagedPlane() {
        return (long) stagedHeight() * stagedWidth();
    }

    private int stagedHeight() {
        return height + margins.top() + margins.bottom();
    }

    private int stagedWidth() {
        return width + margins.left() + margins.right();
    }
}
