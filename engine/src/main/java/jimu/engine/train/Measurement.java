package jimu.engine.train;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Measure;
import jimu.engine.shape.TensorType;
import jimu.engine.train.metric.Metric;
import jimu.engine.train.metric.MetricCatalog;

/**
 * A metric of one loss of a network.
 *
 * @param name the metric's name; after the loss's path and a dot where there are several losses
 * @param metric the metric
 * @param operands what the loss reads, in the order of its ports
 */
public record Measurement(String name, Metric metric, List<Endpoint> operands) {
    public Measurement {
        operands = List.copyOf(operands);
    }

    /** All that can be measured, in the order of the losses and of the metrics that they name. */
    public static List<Measurement> of(Inference inference) {
        List<Measurement> all = new ArrayList<>();
        for (FlatBlock block : inference.losses()) {
            List<Endpoint> operands = block.layer().inputs().stream()
                    .flatMap(port -> block.inputs().getOrDefault(port.name(), List.of()).stream())
                    .toList();
            for (Measure measure : ((Loss) block.layer()).metrics()) {
                MetricCatalog.find(measure)
                        .filter(metric -> fits(metric, inference, block))
                        .ifPresent(metric ->
                                all.add(new Measurement(prefix(inference, block) + metric.name(), metric, operands)));
            }
        }
        return all;
    }

    /** What the names of a loss's readings begin with: nothing, or its path and a dot where there are several losses. */
    public static String prefix(Inference inference, FlatBlock loss) {
        return inference.losses().size() > 1 ? loss.path() + "." : "";
    }

    private static boolean fits(Metric metric, Inference inference, FlatBlock block) {
        List<TensorType> types = inference
                .known(block.path())
                .map(known -> known.inputs().stream().map(type -> type.at(1)).toList())
                .orElse(List.of());
        return metric.meter(types).isPresent();
    }
}
