package jimu.engine.layer.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Size;
import jimu.engine.layer.Value;
import jimu.engine.message.Messages;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * A fully connected layer: x (*, in) → y (*, out) = x Wᵀ + b, as PyTorch's {@code nn.Linear}.
 *
 * @param inFeatures the size of the input's last axis, automatic unless pinned
 * @param outFeatures the size of the output's last axis
 * @param bias whether b is added
 */
public record Linear(
        @Param(min = 1, required = true) Size inFeatures,
        @Param(min = 1, required = true) int outFeatures,
        boolean bias)
        implements Layer {
    /** Ten outputs with bias. */
    public Linear() {
        this(Size.AUTO, 10, true);
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorType x = inputs.get(0);
        TensorShape shape = x.shape();
        if (!x.dtype().isFloating()) {
            return Problem.unlessFloating(x);
        }
        if (shape.rank() == 0) {
            return List.of(Problem.shape("linear.input", "float32 (*, in_features)", x.toString())
                    .at("input"));
        }
        List<Problem> problems = new ArrayList<>();
        if (shape.dim(-1).batched()) {
            problems.add(Problem.shape("linear.batched", Messages.text("expected.fixed_axis"), shape.toString())
                    .at("input"));
        } else if (!inFeatures.accepts(shape.dim(-1).factor())) {
            problems.add(Problem.shape(
                            "linear.pinned",
                            Integer.toString(inFeatures.pinned()),
                            shape.dim(-1).toString(),
                            shape.toString())
                    .at("input", List.of(-1)));
        }
        return problems;
    }

    @Override
    public List<Origin> origins(int output, List<TensorType> inputs) {
        List<Origin> origins = Origin.same(inputs.get(0).shape().rank());
        origins.set(origins.size() - 1, Origin.chosen("out_features"));
        return origins;
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        return List.of(lowering.linear("", inputs.get(0), outFeatures, Lowering.Bias.of(bias)));
    }

    @Override
    public Map<String, Integer> automaticSizes(List<TensorType> inputs) {
        return Map.of(
                "in_features", Math.toIntExact(inputs.get(0).shape().dim(-1).factor()));
    }
}
