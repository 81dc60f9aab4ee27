package jimu.engine.op;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * The mean or sum over some axes, which fall away.
 *
 * <p>Operand: x. Result: y without the axes.
 *
 * @param reduction whether elements are averaged or summed
 * @param axes the axes, from 0; none counts samples
 */
public record AxisReduction(Reduction reduction, List<Integer> axes) implements Op {
    public AxisReduction {
        axes = List.copyOf(axes);
    }

    @Override
    public List<TensorType> results(List<TensorType> operands) {
        TensorType x = operands.get(0);
        List<Dim> kept = new ArrayList<>();
        for (int axis = 0; axis < x.shape().rank(); axis++) {
            if (!axes.contains(axis)) {
                kept.add(x.shape().dim(axis));
            }
        }
        return List.of(x.withShape(new TensorShape(kept)));
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of();
    }
}
