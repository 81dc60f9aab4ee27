package jimu.engine.runtime;

import java.util.List;
import jimu.engine.op.Op;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.shape.DType;
import jimu.engine.shape.TensorType;

/**
 * What a kernel is asked for.
 *
 * @param op the operation
 * @param operands the fixed types of its operands
 * @param results the fixed types of its results
 * @param backward whether gradients will be asked for
 */
public record Signature(Op op, List<TensorType> operands, List<TensorType> results, Backward backward) {
    public Signature {
        operands = List.copyOf(operands);
        results = List.copyOf(results);
    }

    /** The floating type of the computation: that of the first floating operand, or float32 where only integers are moved. */
    public DType floating() {
        return operands.stream()
                .map(TensorType::dtype)
                .filter(DType::isFloating)
                .findFirst()
                .orElse(DType.FLOAT32);
    }
}
