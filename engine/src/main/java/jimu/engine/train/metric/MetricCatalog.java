package jimu.engine.train.metric;

import java.util.List;
import java.util.Optional;

/** The one list of all metrics. */
public final class MetricCatalog {
    private static final List<Metric> METRICS = List.of(new Accuracy());

    private MetricCatalog() {}

    /** The metric of that name, if there is one. */
    public static Optional<Metric> find(String name) {
        return METRICS.stream().filter(metric -> metric.name().equals(name)).findFirst();
    }
}
