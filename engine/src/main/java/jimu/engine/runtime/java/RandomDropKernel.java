package jimu.engine.runtime.java;

import java.util.Optional;
import jimu.engine.op.RandomDrop;
import jimu.engine.random.Purpose;
import jimu.engine.random.RandomStream;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;

/** Dropout; which elements a step keeps is remembered as one bit each until backward. */
final class RandomDropKernel implements Kernel {
    private static final int CHUNK = 4096;

    private final double p;
    private final float factor;
    private final RandomStream stream;
    private final Tensor x;
    private final Tensor y;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> resultGradient;
    private final long[] kept;
    private final float[] values = new float[CHUNK];

    RandomDropKernel(Bound bound) {
        RandomDrop op = (RandomDrop) bound.signature().op();
        p = op.p();
        factor = p < 1 ? (float) (1 / (1 - p)) : 0;
        stream = new RandomStream(
                bound.binding().seed(),
                Purpose.DROPOUT,
                op.stream(bound.binding().path()));
        x = bound.operand(0);
        y = bound.result();
        gradient = bound.gradient(0);
        resultGradient = gradient.map(wanted -> bound.resultGradient());
        kept = new long[Math.toIntExact((x.length() + Long.SIZE - 1) / Long.SIZE)];
    }

    @Override
    public void forward(long step) {
        draw(step);
        mask(x, y);
    }

    @Override
    public void backward() {
        if (gradient.isPresent() && resultGradient.isPresent()) {
            mask(resultGradient.get(), gradient.get());
        }
    }

    private void draw(long step) {
        stream.at(step);
        for (int word = 0; word < kept.length; word++) {
            long first = (long) word * Long.SIZE;
            long bits = 0;
            for (int bit = 0; bit < Long.SIZE; bit++) {
                bits |= (stream.uniform(first + bit) < p ? 0L : 1L) << bit;
            }
            kept[word] = bits;
        }
    }

    private void mask(Tensor from, Tensor to) {
        for (long start = 0; start < from.length(); start += CHUNK) {
            int count = (int) Math.min(CHUNK, from.length() - start);
            from.read(start, values, 0, count);
            int word = (int) (start / Long.SIZE);
            for (int i = 0; i < count; i++) {
                values[i] *= factor * (kept[word + (i >> 6)] >>> i & 1);
            }
            to.write(start, values, 0, count);
        }
    }
}
