package jimu.engine.runtime.nd4j;

import java.util.List;
import java.util.Optional;
import jimu.engine.op.RandomDrop;
import jimu.engine.random.Purpose;
import jimu.engine.random.RandomStream;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Dropout as a product with a mask of zeros and 1 / (1 − p), drawn anew for each step. */
final class RandomDropKernel implements Kernel {
    private static final int CHUNK = 2048;

    private final double p;
    private final float kept;
    private final RandomStream stream;
    private final Tensor mask;
    private final float[] chunk = new float[CHUNK];
    private final NativeOp forward;
    private final Optional<NativeOp> backward;

    RandomDropKernel(Bound bound) {
        RandomDrop op = (RandomDrop) bound.signature().op();
        p = op.p();
        kept = p < 1 ? (float) (1 / (1 - p)) : 0;
        stream = new RandomStream(
                bound.binding().seed(),
                Purpose.DROPOUT,
                op.stream(bound.binding().path()));
        mask = bound.workspace(bound.operand(0).length());
        long[] sizes = bound.shape(0).sizes();
        INDArray factors = mask.array(sizes);
        forward = new NativeOp(
                "multiply",
                List.of(bound.operand(0).array(bound.shape(0).sizes()), factors),
                List.of(bound.result().array(bound.resultShape().sizes())));
        backward = bound.gradient(0)
                .map(gradient -> new NativeOp(
                        "multiply",
                        List.of(bound.resultGradient().array(sizes), factors),
                        List.of(gradient.array(sizes))));
    }

    @Override
    public void forward(long step) {
        stream.at(step);
        for (long from = 0; from < mask.length(); from += CHUNK) {
            int count = (int) Math.min(CHUNK, mask.length() - from);
            for (int i = 0; i < count; i++) {
                chunk[i] = stream.uniform(from + i) < p ? 0 : kept;
            }
            mask.write(from, chunk, 0, count);
        }
        forward.run();
    }

    @Override
    public void backward() {
        backward.ifPresent(NativeOp::run);
    }
}
