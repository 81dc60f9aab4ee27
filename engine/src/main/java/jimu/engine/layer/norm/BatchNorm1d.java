package jimu.engine.layer.norm;

import java.util.List;
import jimu.engine.layer.ChannelNorm;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Size;
import jimu.engine.message.Messages;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Normalises each feature over the batch: x (N, C) or (N, C, L) → y of the same shape, y = (x − mean) / √(variance + eps) ·
 * weight + bias, as PyTorch's {@code nn.BatchNorm1d}.
 *
 * @param numFeatures the channels C, automatic unless pinned
 * @param eps added to the variance
 * @param momentum the weight of a new batch in the running statistics
 * @param affine whether weight and bias are learned
 * @param trackRunningStats whether running statistics are kept for evaluation
 */
public record BatchNorm1d(
        @Param(min = 1, required = true) Size numFeatures,
        @Param(min = 0) double eps,
        @Param(min = 0, max = 1) double momentum,
        boolean affine,
        boolean trackRunningStats)
        implements ChannelNorm {
    /** PyTorch's defaults. */
    public BatchNorm1d() {
        this(Size.AUTO, 1e-5, 0.1, true, true);
    }

    @Override
    public List<Problem> checkAxes(TensorType x) {
        TensorShape shape = x.shape();
        if (!x.dtype().isFloating()) {
            return Problem.unlessFloating(x);
        }
        boolean fits = shape.rank() == 2 || shape.rank() == 3;
        return fits && !shape.dim(1).batched()
                ? List.of()
                : List.of(Problem.shape("norm.axes", Messages.text("expected.or", "N × C", "N × C × L"), x.toString())
                        .at("input"));
    }
}
