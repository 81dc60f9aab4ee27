package jimu.engine.train.metric;

import java.util.List;
import java.util.Optional;
import jimu.engine.shape.TensorType;

/**
 * The share of predictions that give the right class one of their five largest numbers, along axis 1; for more than five classes.
 */
public record TopAccuracy() implements Metric {
    private static final int BEST = 5;

    @Override
    public String name() {
        return "top5_accuracy";
    }

    @Override
    public Optional<Meter> meter(List<TensorType> operands) {
        TensorType prediction = operands.get(0);
        boolean many =
                prediction.shape().rank() >= 2 && prediction.shape().dim(1).factor() > BEST;
        return many ? Optional.of(new ClassMeter(operands, BEST)) : Optional.empty();
    }
}
