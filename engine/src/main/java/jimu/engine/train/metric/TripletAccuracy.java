package jimu.engine.train.metric;

import java.util.List;
import java.util.Optional;
import jimu.engine.shape.TensorType;

/** The share of triplets whose anchor is nearer, by Euclidean distance, to the positive than to the negative. */
public record TripletAccuracy() implements Metric {
    private static final int VECTORS = 3;

    @Override
    public String name() {
        return "triplet_accuracy";
    }

    @Override
    public Optional<Meter> meter(List<TensorType> operands) {
        return Optional.of(new RowMeter(operands, VECTORS) {
            @Override
            boolean right(double[][] row, double wanted) {
                return squaredDistance(row[0], row[1]) < squaredDistance(row[0], row[2]);
            }
        });
    }
}
