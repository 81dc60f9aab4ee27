package jimu.engine.layer.norm;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import jimu.engine.layer.ChannelNorm;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Mode;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Size;
import jimu.engine.layer.Value;
import jimu.engine.layer.Windows;
import jimu.engine.op.GroupNormalization;
import jimu.engine.shape.TensorType;

/**
 * Normalises each channel of each sample: x (N, C, H, W) → y of the same shape, y = (x − mean) / √(variance + eps) · weight +
 * bias, as PyTorch's {@code nn.InstanceNorm2d}.
 *
 * @param numFeatures the channels C, automatic unless pinned
 * @param eps added to the variance
 * @param momentum the weight of a new batch in the running statistics
 * @param affine whether weight and bias are learned
 * @param trackRunningStats whether running statistics are kept for evaluation
 */
public record InstanceNorm2d(
        @Param(min = 1, required = true) Size numFeatures,
        @Param(min = 0) double eps,
        @Param(min = 0, max = 1) double momentum,
        boolean affine,
        boolean trackRunningStats)
        implements ChannelNorm {
    /** PyTorch's defaults. */
    public InstanceNorm2d() {
        this(Size.AUTO, 1e-5, 0.1, false, false);
    }

    @Override
    public List<Problem> checkAxes(TensorType x) {
        List<Problem> problems = new ArrayList<>(Windows.checkPicture(x));
        if (problems.isEmpty() && x.shape().slice(2, 4).elements(1) == 1) {
            problems.add(Problem.shape("norm.single", "H × W", x.toString()).at("input"));
        }
        return problems;
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        if (trackRunningStats && lowering.mode() == Mode.EVAL) {
            return ChannelNorm.super.lower(lowering, inputs);
        }
        int channels = Math.toIntExact(inputs.get(0).type().shape().dim(1).factor());
        OptionalDouble moving = trackRunningStats ? OptionalDouble.of(momentum) : OptionalDouble.empty();
        return lowering.applyAll(new GroupNormalization(channels, eps, affine, moving), operands(lowering, inputs));
    }
}
