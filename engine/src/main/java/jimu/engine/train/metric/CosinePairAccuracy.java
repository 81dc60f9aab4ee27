package jimu.engine.train.metric;

import java.util.List;
import java.util.Optional;
import jimu.engine.shape.TensorType;

/**
 * The share of pairs that are told rightly: similar, which is label 1, where their cosine is above the threshold.
 *
 * @param threshold the cosine; the cosine loss takes the middle of 1 and its margin
 */
public record CosinePairAccuracy(double threshold) implements Metric {
    @Override
    public String name() {
        return "cosine_pair_accuracy";
    }

    @Override
    public Optional<Meter> meter(List<TensorType> operands) {
        return Optional.of(new RowMeter(operands, 2) {
            @Override
            boolean right(double[][] row, double wanted) {
                double lengths = Math.sqrt(dot(row[0], row[0]) * dot(row[1], row[1]));
                return dot(row[0], row[1]) > threshold * lengths == wanted > 0;
            }
        });
    }
}
