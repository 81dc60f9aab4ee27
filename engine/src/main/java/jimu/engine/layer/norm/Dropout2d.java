package jimu.engine.layer.norm;

import java.util.List;
import java.util.Optional;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Mode;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Value;
import jimu.engine.layer.Windows;
import jimu.engine.op.ChannelDrop;
import jimu.engine.shape.TensorType;

/**
 * Zeroes whole channels of pictures (N, C, H, W) at random in training and scales the rest by 1 / (1 − p); does nothing in
 * evaluation. The shape stays, as in PyTorch's {@code nn.Dropout2d}.
 *
 * @param p the probability that a channel is zeroed
 */
public record Dropout2d(@Param(min = 0, max = 1) double p) implements Layer {
    /** Every other channel. */
    public Dropout2d() {
        this(0.5);
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        return Windows.checkPicture(inputs.get(0));
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        return lowering.mode() == Mode.EVAL || p == 0
                ? inputs
                : List.of(lowering.apply(new ChannelDrop(p), inputs.get(0)));
    }

    @Override
    public Optional<String> printed() {
        return Optional.of("p={p}, inplace=False");
    }
}
