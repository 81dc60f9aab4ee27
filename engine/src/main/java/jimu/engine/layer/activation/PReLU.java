package jimu.engine.layer.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jimu.engine.layer.Initializer;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Value;
import jimu.engine.message.Messages;
import jimu.engine.op.ParametricRelu;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * The rectifier with learned slopes below 0: x (N, C, …) → y = max(x, 0) + weight · min(x, 0) of the same shape, as PyTorch's
 * {@code nn.PReLU}.
 *
 * @param numParameters one slope for all, or one for each of the C channels
 * @param init what the slopes begin with
 */
public record PReLU(@Param(min = 1) int numParameters, double init) implements Layer {
    /** PyTorch's defaults. */
    public PReLU() {
        this(1, 0.25);
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorShape x = inputs.get(0).shape();
        List<Problem> problems = new ArrayList<>(Problem.unlessFloating(inputs.get(0)));
        boolean perChannel = x.rank() > 1 && !x.dim(1).batched() && x.dim(1).factor() == numParameters;
        if (problems.isEmpty() && numParameters != 1 && !perChannel) {
            String channels = x.rank() > 1 && !x.dim(1).batched() ? Messages.text("expected.or", 1, x.dim(1)) : "1";
            problems.add(Problem.shape("prelu.channels", channels, Integer.toString(numParameters), x.toString())
                    .at("input", x.rank() > 1 ? List.of(1) : List.of()));
        }
        return problems;
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        Value weight = lowering.parameter("weight", TensorShape.of(numParameters), new Initializer.Constant(init));
        return List.of(lowering.apply(new ParametricRelu(), inputs.get(0), weight));
    }

    @Override
    public Optional<String> printed() {
        return Optional.of("num_parameters={num_parameters}");
    }
}
