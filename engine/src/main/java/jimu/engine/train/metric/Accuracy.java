package jimu.engine.train.metric;

import java.util.List;
import java.util.Optional;
import jimu.engine.shape.TensorType;

/**
 * The share of predictions whose largest number, along axis 1, is that of the target: prediction (N, C, …), target (N, …) int32
 * class indices or (N, C, …) probabilities. Of equal numbers the first counts.
 */
public record Accuracy() implements Metric {
    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public Optional<Meter> meter(List<TensorType> operands) {
        return operands.get(0).shape().rank() < 2 ? Optional.empty() : Optional.of(new ClassMeter(operands, 1));
    }
}
