package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorType;

/**
 * Normalisation of each channel (axis 1) over all other axes (Ioffe and Szegedy, 2015): y = (x − mean) / √(variance + eps) ·
 * weight + bias.
 *
 * <p>Operands: x (N, C, …), then weight (C) and bias (C) if {@code affine}, then the buffers running_mean (C) and running_var
 * (C) if {@code tracked}. Result: y like x. With batch statistics the biased variance of the batch normalises, and the running
 * statistics move by {@code momentum} towards the batch's mean and unbiased variance.
 *
 * @param eps added to the variance
 * @param momentum the weight of the new batch in the running statistics
 * @param affine whether weight and bias are operands
 * @param tracked whether running statistics are operands
 * @param batchStatistics whether the batch's own statistics normalise, rather than the running ones
 */
public record BatchNormalization(double eps, double momentum, boolean affine, boolean tracked, boolean batchStatistics)
        implements Op {
    public BatchNormalization {
        if (!tracked && !batchStatistics) {
            throw new IllegalArgumentException("Without running statistics the batch's own must normalise");
        }
    }

    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return List.of(operands.get(0));
    }

    /** One multiply-add an element: the scale and shift to which normalisation reduces. */
    @Override
    public Dim multiplyAdds(List<TensorType> operands) {
        return operands.get(0).shape().product();
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of(Need.OPERANDS);
    }
}
