package jimu.engine.op;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorType;

/**
 * Normalisation of groups of channels of each sample (Wu and He, 2018): y = (x − mean) / √(variance + eps) · weight + bias, with
 * the mean and the biased variance over a group's channels and all axes after them.
 *
 * <p>Operands: x (N, C, …), then weight (C) and bias (C) if {@code affine}, then the buffers running_mean (C) and running_var
 * (C) if there is a momentum. Result: y like x. The running statistics, for groups of one channel only, move by the momentum
 * towards the samples' average mean and average unbiased variance.
 *
 * @param groups into how many groups the channels fall
 * @param eps added to the variance
 * @param affine whether weight and bias are operands
 * @param momentum the weight of the new batch in the running statistics; empty without these
 */
public record GroupNormalization(int groups, double eps, boolean affine, OptionalDouble momentum) implements Op {
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
