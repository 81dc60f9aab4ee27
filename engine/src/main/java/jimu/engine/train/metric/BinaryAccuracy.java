package jimu.engine.train.metric;

import java.util.List;
import java.util.Optional;
import jimu.engine.shape.TensorType;

/**
 * The share of elements on the right side: above the threshold where the target is above one half, and not above it elsewhere.
 *
 * @param threshold one half for probabilities, 0 for logits
 */
public record BinaryAccuracy(double threshold) implements Metric {
    private static final double EVEN = 0.5;

    @Override
    public String name() {
        return "binary_accuracy";
    }

    @Override
    public Optional<Meter> meter(List<TensorType> operands) {
        return Optional.of(new ElementMeter() {
            @Override
            void add(double x, double y, long place, double[] sums) {
                sums[0] += (x > threshold) == (y > EVEN) ? 1 : 0;
                sums[1]++;
            }
        });
    }
}
