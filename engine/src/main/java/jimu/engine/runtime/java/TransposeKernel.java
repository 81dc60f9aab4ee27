package jimu.engine.runtime.java;

import java.util.List;
import java.util.Optional;
import jimu.engine.op.Transpose;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;

/** Axes in another order, in any type; leading axes that stay are gone through one after the other. */
final class TransposeKernel implements Kernel {
    private final Turn forward;
    private final Optional<Turn> backward;

    TransposeKernel(Bound bound) {
        Transpose op = (Transpose) bound.signature().op();
        forward = new Turn(bound.operand(0), bound.shape(0).sizes(), op.order(), bound.result());
        backward = bound.gradient(0)
                .map(dx -> new Turn(bound.resultGradient(), bound.resultShape().sizes(), op.inverse(), dx));
    }

    @Override
    public void forward(long step) {
        forward.run();
    }

    @Override
    public void backward() {
        backward.ifPresent(Turn::run);
    }

    /** One tensor written to another with its axes in another order. */
    private static final class Turn {
        private static final int CHUNK = 4096;

        private final Tensor from;
        private final Tensor to;
        private final Walk walk;
        private final long blocks;
        private final double[] source;
        private final double[] turned = new double[CHUNK];

        Turn(Tensor from, long[] sizes, List<Integer> order, Tensor to) {
            this.from = from;
            this.to = to;
            int staying = 0;
            long count = 1;
            while (staying < order.size() && order.get(staying) == staying) {
                count *= sizes[staying++];
            }
            blocks = count;
            source = new double[Math.toIntExact(count == 0 ? 0 : from.length() / count)];
            long[] strides = Walk.rowMajor(sizes);
            List<Integer> moving = order.subList(staying, order.size());
            walk = new Walk(
                    moving.stream().mapToLong(axis -> sizes[axis]).toArray(),
                    moving.stream().mapToLong(axis -> strides[axis]).toArray());
        }

        void run() {
            for (long block = 0; block < blocks; block++) {
                from.read(block * source.length, source, 0, source.length);
                turn(block * source.length);
            }
        }

        private void turn(long goal) {
            int stride = (int) walk.stride(0);
            long written = goal;
            int filled = 0;
            for (long row = 0; row < walk.rows(); row++) {
                int at = (int) walk.start(0, row);
                for (long left = walk.inner(); left > 0; ) {
                    int count = (int) Math.min(left, CHUNK - filled);
                    for (int i = 0; i < count; i++) {
                        turned[filled + i] = source[at + i * stride];
                    }
                    at += count * stride;
                    left -= count;
                    filled += count;
                    if (filled == CHUNK) {
                        to.write(written, turned, 0, filled);
                        written += filled;
                        filled = 0;
                    }
                }
            }
            to.write(written, turned, 0, filled);
        }
    }
}
