package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorType;

/**
 * The affine map y = x Wᵀ + b along the last axis.
 *
 * <p>Operands: x (*, in), weight (out, in), optionally bias (out). Result: y (*, out).
 */
public record InnerProduct() implements Op {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        TensorType x = operands.get(0);
        return List.of(x.withShape(x.shape().with(-1, operands.get(1).shape().dim(0))));
    }

    @Override
    public Dim multiplyAdds(List<TensorType> operands) {
        return operands.get(0).shape().product().times(operands.get(1).shape().dim(0));
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of(Need.OPERANDS);
    }
}
