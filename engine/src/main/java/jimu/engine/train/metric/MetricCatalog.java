package jimu.engine.train.metric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import jimu.engine.layer.Measure;

/** The one list of all metrics. */
public final class MetricCatalog {
    private static final Map<String, DoubleFunction<Metric>> METRICS = Map.of(
            "accuracy", threshold -> new Accuracy(),
            "top5_accuracy", threshold -> new TopAccuracy(),
            "binary_accuracy", BinaryAccuracy::new,
            "mae", threshold -> new MeanAbsoluteError(),
            "rmse", threshold -> new RootMeanSquaredError(),
            "r2", threshold -> new Determination(),
            "pair_accuracy", threshold -> new PairAccuracy(threshold, 1),
            "different_pair_accuracy", threshold -> new PairAccuracy(threshold, 0),
            "triplet_accuracy", threshold -> new TripletAccuracy(),
            "cosine_pair_accuracy", CosinePairAccuracy::new);

    private MetricCatalog() {}

    /** The names of all metrics. */
    public static List<String> names() {
        return METRICS.keySet().stream().sorted().toList();
    }

    /** The metric that a loss names, if there is one. */
    public static Optional<Metric> find(Measure measure) {
        return Optional.ofNullable(METRICS.get(measure.metric())).map(make -> make.apply(measure.threshold()));
    }

    /** The metric of that name, if there is one, to ask what its numbers mean. */
    public static Optional<Metric> find(String name) {
        return find(Measure.of(name));
    }
}
