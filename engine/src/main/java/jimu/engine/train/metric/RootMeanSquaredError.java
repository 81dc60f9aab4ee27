package jimu.engine.train.metric;

import java.util.List;
import java.util.Optional;
import jimu.engine.shape.TensorType;

/** The root of the mean of (x − y)², over all samples and not a mean of batches. */
public record RootMeanSquaredError() implements Metric {
    @Override
    public String name() {
        return "rmse";
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
                sums[0] += (x - y) * (x - y);
                sums[1]++;
            }

            @Override
            public double value(double[] sums) {
                return Math.sqrt(sums[0] / sums[1]);
            }
        });
    }
}
