package jimu.engine.layer.norm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Size;
import jimu.engine.layer.Value;
import jimu.engine.message.Messages;
import jimu.engine.op.GroupNormalization;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Normalises groups of channels of each sample: x (N, C, …) → y of the same shape, y = (x − mean) / √(variance + eps) · weight +
 * bias, as PyTorch's {@code nn.GroupNorm}.
 *
 * @param numGroups into how many groups the channels fall
 * @param numChannels the channels C, automatic unless pinned
 * @param eps added to the variance
 * @param affine whether weight and bias are learned
 */
public record GroupNorm(
        @Param(min = 1, required = true) int numGroups,
        @Param(min = 1, required = true) Size numChannels,
        @Param(min = 0) double eps,
        boolean affine)
        implements Layer {
    /** One group, and otherwise PyTorch's defaults. */
    public GroupNorm() {
        this(1, Size.AUTO, 1e-5, true);
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorType x = inputs.get(0);
        TensorShape shape = x.shape();
        if (!x.dtype().isFloating()) {
            return Problem.unlessFloating(x);
        }
        if (shape.rank() < 2 || shape.slice(1, shape.rank()).batched()) {
            return List.of(Problem.shape("norm.axes", "N × C × …", x.toString()).at("input"));
        }
        List<Problem> problems = new ArrayList<>();
        if (!numChannels.accepts(shape.dim(1).factor())) {
            problems.add(Problem.shape(
                            "groupnorm.pinned",
                            Integer.toString(numChannels.pinned()),
                            shape.dim(1).toString(),
                            x.toString())
                    .at("input", List.of(1)));
        } else if (shape.dim(1).factor() % numGroups != 0) {
            problems.add(Problem.shape(
                            "groupnorm.groups",
                            Messages.text("expected.multiple", numGroups),
                            shape.dim(1).toString(),
                            x.toString())
                    .at("input", List.of(1)));
        }
        return problems;
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        TensorShape channels =
                TensorShape.of(inputs.get(0).type().shape().dim(1).factor());
        List<Value> operands = new ArrayList<>(inputs);
        if (affine) {
            operands.addAll(lowering.affine("", channels));
        }
        return lowering.applyAll(new GroupNormalization(numGroups, eps, affine, OptionalDouble.empty()), operands);
    }

    @Override
    public Map<String, Integer> automaticSizes(List<TensorType> inputs) {
        return Map.of(
                "num_channels", Math.toIntExact(inputs.get(0).shape().dim(1).factor()));
    }

    @Override
    public Optional<String> printed() {
        return Optional.of("{num_groups}, {num_channels}, eps={eps}, affine={affine}");
    }
}
