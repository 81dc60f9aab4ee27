package jimu.engine.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.op.BatchNormalization;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * A normalisation by statistics of each channel: x (N, C, …) → y of the same shape, y = (x − mean) / √(variance + eps) · weight +
 * bias.
 */
public interface ChannelNorm extends Layer {
    /** The channels C, automatic unless pinned. */
    Size numFeatures();

    /** What is added to the variance. */
    double eps();

    /** The weight of a new batch in the running statistics. */
    double momentum();

    /** Whether weight and bias are learned. */
    boolean affine();

    /** Whether running statistics are kept for evaluation. */
    boolean trackRunningStats();

    /** What is wrong with the axes of the input; none if axis 1 holds channels. */
    List<Problem> checkAxes(TensorType x);

    @Override
    default List<Problem> check(List<TensorType> inputs) {
        TensorShape x = inputs.get(0).shape();
        List<Problem> problems = new ArrayList<>(checkAxes(inputs.get(0)));
        if (problems.isEmpty() && !numFeatures().accepts(x.dim(1).factor())) {
            problems.add(Problem.shape(
                            "norm.pinned",
                            Integer.toString(numFeatures().pinned()),
                            x.dim(1).toString(),
                            x.toString())
                    .at("input", List.of(1)));
        }
        return problems;
    }

    /** Normalises over the batch, or in evaluation by the running statistics where there are any. */
    @Override
    default List<Value> lower(Lowering lowering, List<Value> inputs) {
        boolean batchStatistics = lowering.mode() == Mode.TRAIN || !trackRunningStats();
        return lowering.applyAll(
                new BatchNormalization(eps(), momentum(), affine(), trackRunningStats(), batchStatistics),
                operands(lowering, inputs));
    }

    /** The input, then weight and bias, then the running statistics, so far as the layer has them. */
    default List<Value> operands(Lowering lowering, List<Value> inputs) {
        TensorShape channels =
                TensorShape.of(inputs.get(0).type().shape().dim(1).factor());
        List<Value> operands = new ArrayList<>(inputs);
        if (affine()) {
            operands.addAll(lowering.affine("", channels));
        }
        if (trackRunningStats()) {
            operands.add(lowering.buffer("running_mean", channels, new Initializer.Constant(0)));
            operands.add(lowering.buffer("running_var", channels, new Initializer.Constant(1)));
        }
        return operands;
    }

    @Override
    default Map<String, Integer> automaticSizes(List<TensorType> inputs) {
        return Map.of(
                "num_features", Math.toIntExact(inputs.get(0).shape().dim(1).factor()));
    }

    @Override
    default Optional<String> printed() {
        return Optional.of(
                "{num_features}, eps={eps}, momentum={momentum}, affine={affine}, track_running_stats={track_running_stats}");
    }
}
