package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.TensorType;

/**
 * The rectifier with learned slopes below 0 (He et al., 2015): y = max(x, 0) + weight · min(x, 0).
 *
 * <p>Operands: x (N, C, …) and weight (C), or x of any shape and weight (1). Result: y like x. The slope at 0 is that below 0.
 */
public record ParametricRelu() implements Op {
    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return List.of(operands.get(0));
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of(Need.OPERANDS);
    }
}
