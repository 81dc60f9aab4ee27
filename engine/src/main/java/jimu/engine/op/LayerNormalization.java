package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorType;

/**
 * Normalisation over the last axes (Ba, Kiros and Hinton, 2016): y = (x − mean) / √(variance + eps) · weight + bias, with the
 * mean and the biased variance over these axes, of each position in the axes before them.
 *
 * <p>Operands: x (*, s), then weight (s) and bias (s) if {@code affine}, s being the shape of the last axes. Result: y like x.
 *
 * @param axes how many axes at the end are normalised over
 * @param eps added to the variance
 * @param affine whether weight and bias are operands
 */
public record LayerNormalization(int axes, double eps, boolean affine) implements Op {
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
