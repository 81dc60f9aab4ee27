package jimu.engine.op;

import java.util.List;
import java.util.Set;
import jimu.engine.shape.TensorType;

/**
 * The softmax y = exp(x) / Σ exp(x) along one axis, or its logarithm x − log Σ exp(x).
 *
 * <p>Operand: x of any shape with at least one axis. Result: y of the same shape. Large numbers do not overflow, and the
 * logarithm stays finite where the probability underflows.
 *
 * @param axis the axis along which the probabilities add up to 1, counted from 0
 * @param form what of each probability is wanted
 */
public record Softmax(int axis, Form form) implements Op {
    /** What of each probability is the result. */
    public enum Form {
        PROBABILITY,
        LOGARITHM
    }

    @Override
    public List<TensorType> results(List<TensorType> operands) {
        return operands;
    }

    @Override
    public Set<Need> backwardNeeds() {
        return Set.of(Need.RESULTS);
    }

    @Override
    public String name() {
        return form == Form.PROBABILITY ? "Softmax" : "LogSoftmax";
    }
}
