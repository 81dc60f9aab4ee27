package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Zeros laid around pictures, or a border cut off them.
 *
 * <p>Operand: x (N, C, H, W). Result: y (N, C, H + top + bottom, W + left + right).
 *
 * @param margins how much is added on each side; negative numbers cut off
 */
public record ZeroPadding(Margins margins) implements Op {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        TensorShape x = operands.get(0).shape();
        long height = x.dim(-2).factor() + margins.top() + margins.bottom();
        long width = x.dim(-1).factor() + margins.left() + margins.right();
        return List.of(operands.get(0).withShape(x.with(-2, Dim.of(height)).with(-1, Dim.of(width))));
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of();
    }
}
