package jimu.engine.train.metric;

import java.util.List;
import java.util.Optional;
import jimu.engine.shape.TensorType;

/**
 * The share of pairs that are told rightly: similar below the threshold's Euclidean distance, different from it on.
 *
 * @param threshold the distance; contrastive loss takes half its margin
 * @param similar the label of similar pairs, 1 or 0
 */
public record PairAccuracy(double threshold, int similar) implements Metric {
    @Override
    public String name() {
        return similar == 1 ? "pair_accuracy" : "different_pair_accuracy";
    }

    @Override
    public Optional<Meter> meter(List<TensorType> operands) {
        return Optional.of(new RowMeter(operands, 2) {
            @Override
            boolean right(double[][] row, double wanted) {
                boolean near = squaredDistance(row[0], row[1]) < threshold * threshold;
                return near == (Math.round(wanted) == similar);
            }
        });
    }
}
