package jimu.engine.train.metric;

import java.util.List;
import java.util.Optional;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * R², the share of the targets' variance that predictions explain: 1 − Σ (x − y)² / Σ (y − ȳ)² over all samples, ȳ being the mean
 * of each number of a sample. Not defined where targets do not vary.
 */
public record Determination() implements Metric {
    @Override
    public String name() {
        return "r2";
    }

    @Override
    public Form form() {
        return Form.NUMBER;
    }

    @Override
    public Optional<Meter> meter(List<TensorType> operands) {
        TensorShape shape = operands.get(1).shape();
        if (shape.rank() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Explained(Math.toIntExact(shape.slice(1, shape.rank()).elements(1))));
    }

    /** The sums are Σ (x − y)², Σ y², the number of elements, and Σ y of each number of a sample. */
    private static final class Explained extends ElementMeter {
        private static final int OWN = 3;

        private final int size;

        Explained(int size) {
            this.size = size;
        }

        @Override
        public int sums() {
            return OWN + size;
        }

        @Override
        void add(double x, double y, long place, double[] sums) {
            sums[0] += (x - y) * (x - y);
            sums[1] += y * y;
            sums[2]++;
            sums[OWN + (int) (place % size)] += y;
        }

        @Override
        public double value(double[] sums) {
            double samples = sums[2] / size;
            double variation = sums[1];
            for (int i = 0; i < size; i++) {
                variation -= sums[OWN + i] * sums[OWN + i] / samples;
            }
            return variation > 0 ? 1 - sums[0] / variation : Double.NaN;
        }
    }
}
