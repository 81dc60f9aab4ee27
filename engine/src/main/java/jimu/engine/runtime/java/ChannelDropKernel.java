package jimu.engine.runtime.java;

import java.util.Arrays;
import java.util.Optional;
import jimu.engine.op.ChannelDrop;
import jimu.engine.random.Purpose;
import jimu.engine.random.RandomStream;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Tensor;

/** Dropout of whole channels in any floating type. */
final class ChannelDropKernel implements Kernel {
    private final double p;
    private final double factor;
    private final RandomStream stream;
    private final Tensor x;
    private final Tensor y;
    private final Optional<Tensor> gradient;
    private final Optional<Tensor> resultGradient;
    private final boolean[] kept;
    private final double[] channel;

    ChannelDropKernel(Bound bound) {
        p = ((ChannelDrop) bound.signature().op()).p();
        factor = p < 1 ? 1 / (1 - p) : 0;
        stream = new RandomStream(
                bound.binding().seed(), Purpose.DROPOUT, bound.binding().path());
        x = bound.operand(0);
        y = bound.result();
        gradient = bound.gradient(0);
        resultGradient = gradient.map(wanted -> bound.resultGradient());
        kept = new boolean[(int) bound.shape(0).slice(0, 2).elements(1)];
        channel = new double[(int) (x.length() / kept.length)];
    }

    @Override
    public void forward(long step) {
        stream.at(step);
        for (int i = 0; i < kept.length; i++) {
            kept[i] = stream.uniform(i) >= p;
        }
        mask(x, y);
    }

    @Override
    public void backward() {
        if (gradient.isPresent() && resultGradient.isPresent()) {
            mask(resultGradient.get(), gradient.get());
        }
    }

    private void mask(Tensor from, Tensor to) {
        for (int i = 0; i < kept.length; i++) {
            long at = (long) i * channel.length;
            if (kept[i]) {
                from.read(at, channel, 0, channel.length);
                for (int k = 0; k < channel.length; k++) {
                    channel[k] *= factor;
                }
            } else {
                Arrays.fill(channel, 0);
            }
            to.write(at, channel, 0, channel.length);
        }
    }
}
