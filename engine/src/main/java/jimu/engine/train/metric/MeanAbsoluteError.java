package jimu.engine.train.metric;

import java.util.List;
import java.util.Optional;
import jimu.engine.shape.TensorType;

/** How far predictions are from targets on average: the mean of |x − y|. */
public record MeanAbsoluteError() implements Metric {
    @Override
    public String name() {
        return "mae";
    }

    @Override
    public boolean ascending() {
        return false;
    }

    @Override
    public Form form() {
        return Form.NUMBER;
    }

    @Override
    public Optional<Meter> meter(List<TensorType> operands) {
        return Optional.of(new ElementMeter() {
            @Override
            void add(double x, double y, long place, double[] sums) {
                sums[0] += Math.abs(x - y);
                sums[1]++;
            }
        });
    }
}
