package jimu.engine.layer.norm;

import java.util.List;
import java.util.Optional;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Mode;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Value;
import jimu.engine.op.RandomDrop;
import jimu.engine.shape.TensorType;

/**
 * Zeroes elements at random in training and scales the rest by 1 / (1 − p); does nothing in evaluation. Any shape, unchanged, as
 * PyTorch's {@code nn.Dropout}.
 *
 * @param p the probability that an element is zeroed
 */
public record Dropout(@Param(min = 0, max = 1) double p) implements Layer {
    /** Every other element. */
    public Dropout() {
        this(0.5);
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        return Problem.unlessFloating(inputs.get(0));
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        return lowering.mode() == Mode.EVAL || p == 0
                ? inputs
                : List.of(lowering.apply(new RandomDrop(p), inputs.get(0)));
    }

    @Override
    public Optional<String> printed() {
        return Optional.of("p={p}, inplace=False");
    }
}
