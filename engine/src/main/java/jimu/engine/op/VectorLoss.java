package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * A loss that compares vectors with each other.
 *
 * <p>Operands: as many tensors (N, *, D) of one shape and floating type as the function compares, then, if it is labelled, a label
 * (N, *) of any type. Result: a scalar. MEAN divides by the number of rows N · *.
 *
 * @param function what one row of each costs
 * @param reduction how the rows' losses are combined
 */
public record VectorLoss(VectorFunction function, Reduction reduction) implements Op {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return List.of(operands.get(0).withShape(TensorShape.SCALAR));
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of(Need.OPERANDS);
    }
}
