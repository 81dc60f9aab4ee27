package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * Cross-entropy between the softmax of logits along axis 1 and class indices or class probabilities.
 *
 * <p>Operands: logits (N, C, …), target (N, …) int32 class indices or (N, C, …) probabilities. Result: a scalar, −Σ w · q · log p
 * with the target distribution q = (1 − s) · target + s / C. MEAN divides by the number of positions N · …, for class indices
 * each counted with the weight of its class (as PyTorch's cross_entropy does).
 *
 * @param reduction how the positions' losses are combined
 * @param labelSmoothing s, in [0, 1]
 * @param classWeights w, one for each class; none stands for ones
 */
public record SoftmaxCrossEntropy(Reduction reduction, double labelSmoothing, List<Double> classWeights) implements Op {
    public SoftmaxCrossEntropy {
        classWeights = List.copyOf(classWeights);
    }

    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return List.of(operands.get(0).withShape(TensorShape.SCALAR));
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of(Need.OPERANDS);
    }
}
