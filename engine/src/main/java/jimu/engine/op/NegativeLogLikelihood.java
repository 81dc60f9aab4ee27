package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * What is missing to certainty of the right class.
 *
 * <p>Operands: log-probabilities x (N, C, …), target y (N, …) int32 class indices. Result: a scalar, −Σ w[y] · x[y]. MEAN divides
 * by the sum of the weights w[y].
 *
 * @param reduction how the positions' losses are combined
 * @param classWeights w, one for each class; none stands for ones
 */
public record NegativeLogLikelihood(Reduction reduction, List<Double> classWeights) implements Op {
    public NegativeLogLikelihood {
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
