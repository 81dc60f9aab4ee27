package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Cross-entropy between the softmax of logits along axis 1 and class indices or class probabilities.
 *
 * <p>Operands: logits (N, C, …), target (N, …) int32 class indices or (N, C, …) probabilities. Result: a scalar. With smoothing
 * s the target distribution is (1 − s) · target + s / C. MEAN divides by the number of positions N · ….
 *
 * @param reduction how the positions' losses are combined
 * @param labelSmoothing s, in [0, 1]
 */
public record SoftmaxCrossEntropy(Reduction reduction, double labelSmoothing) implements Op {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return List.of(operands.get(0).withShape(TensorShape.SCALAR));
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of(Need.OPERANDS);
    }
}
