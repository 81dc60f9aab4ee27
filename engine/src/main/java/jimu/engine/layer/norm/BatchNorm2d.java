package jimu.engine.layer.norm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jimu.engine.layer.Initializer;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Mode;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Size;
import jimu.engine.layer.Value;
import jimu.engine.layer.Windows;
import jimu.engine.op.BatchNormalization;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Normalises each channel over the batch: x (N, C, H, W) → y of the same shape, y = (x − mean) / √(variance + eps) · weight +
 * bias, as PyTorch's {@code nn.BatchNorm2d}.
 *
 * @param numFeatures the channels C, automatic unless pinned
 * @param eps added to the variance
 * @param momentum the weight of a new batch in the running statistics
 * @param affine whether weight and bias are learned
 * @param trackRunningStats whether running statistics are kept for evaluation
 */
public record BatchNorm2d(
        @Param(min = 1, required = true) Size numFeatures,
        @Param(min = 0) double eps,
        @Param(min = 0, max = 1) double momentum,
        boolean affine,
        boolean trackRunningStats)
        implements Layer {
    /** PyTorch's defaults. */
    public BatchNorm2d() {
        this(Size.AUTO, 1e-5, 0.1, true, true);
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorShape x = inputs.get(0).shape();
        List<Problem> problems = new ArrayList<>(Windows.checkPicture(inputs.get(0)));
        if (problems.isEmpty() && !numFeatures.accepts(x.dim(1).factor())) {
            problems.add(Problem.shape(
                            "norm.pinned",
                            Integer.toString(numFeatures.pinned()),
                            x.dim(1).toString(),
                            x.toString())
                    .at("input"));
        }
        return problems;
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        TensorShape channels =
                TensorShape.of(inputs.get(0).type().shape().dim(1).factor());
        List<Value> operands = new ArrayList<>(inputs);
        if (affine) {
            operands.add(lowering.parameter("weight", channels, new Initializer.Constant(1)));
            operands.add(lowering.parameter("bias", channels, new Initializer.Constant(0)));
        }
        if (trackRunningStats) {
            operands.add(lowering.buffer("running_mean", channels, new Initializer.Constant(0)));
            operands.add(lowering.buffer("running_var", channels, new Initializer.Constant(1)));
        }
        boolean batchStatistics = lowering.mode() == Mode.TRAIN || !trackRunningStats;
        return lowering.applyAll(
                new BatchNormalization(eps, momentum, affine, trackRunningStats, batchStatistics), operands);
    }

    @Override
    public Map<String, Integer> automaticSizes(List<TensorType> inputs) {
        return Map.of(
                "num_features", Math.toIntExact(inputs.get(0).shape().dim(1).factor()));
    }
}
