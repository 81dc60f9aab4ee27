package jimu.engine.infer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatGraph;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Source;
import jimu.engine.shape.TensorType;

/**
 * The result of shape inference: a state for every layer of a flat graph.
 *
 * @param graph the graph it belongs to
 * @param order the paths so that each layer follows what it reads; layers in a cycle come last
 * @param states by path
 * @param findings all problems, in the order of the layers
 * @param totals sums over what is known
 */
public record Inference(
        FlatGraph graph, List<String> order, Map<String, BlockState> states, List<Finding> findings, Totals totals) {
    public Inference {
        order = List.copyOf(order);
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        findings = List.copyOf(findings);
    }

    /** What is known of the layer at {@code path}, if its types are. */
    public Optional<Known> known(String path) {
        return Optional.ofNullable(states.get(path))
                .filter(Known.class::isInstance)
                .map(Known.class::cast);
    }

    /** The type at an output, if it is known. */
    public Optional<TensorType> type(FlatBlock.Endpoint output) {
        return known(output.path())
                .flatMap(known -> Optional.ofNullable(known.outputs().get(output.port())));
    }

    /** The problems of one severity. */
    public List<Finding> findings(Problem.Severity severity) {
        return findings.stream()
                .filter(finding -> finding.problem().severity() == severity)
                .toList();
    }

    /** The losses whose types are known. */
    public List<FlatBlock> losses() {
        return graph.blocks().values().stream()
                .filter(block ->
                        block.layer() instanceof Loss && known(block.path()).isPresent())
                .toList();
    }

    /**
     * The outputs of the model: what feeds the losses' prediction ports, or without a loss the main outputs of the blocks that
     * nothing reads. Only outputs of known type.
     */
    public List<FlatBlock.Endpoint> outputs() {
        List<FlatBlock.Endpoint> predictions = graph.blocks().values().stream()
                .filter(block -> block.layer() instanceof Loss)
                .flatMap(block -> predictions(block).stream())
                .filter(endpoint -> type(endpoint).isPresent())
                .distinct()
                .toList();
        return predictions.isEmpty() ? unread() : predictions;
    }

    /** What feeds the prediction ports of a loss, in their order. */
    public static List<FlatBlock.Endpoint> predictions(FlatBlock loss) {
        return ((Loss) loss.layer())
                .predictionPorts().stream()
                        .flatMap(port -> loss.inputs().getOrDefault(port, List.of()).stream())
                        .toList();
    }

    private List<FlatBlock.Endpoint> unread() {
        Set<String> read = graph.blocks().values().stream()
                .flatMap(block -> block.inputs().values().stream())
                .flatMap(List::stream)
                .map(FlatBlock.Endpoint::path)
                .collect(Collectors.toSet());
        return graph.blocks().values().stream()
                .filter(block -> !(block.layer() instanceof Source)
                        && known(block.path()).isPresent())
                .filter(block -> !read.contains(block.path()))
                .map(block -> new FlatBlock.Endpoint(
                        block.path(), block.layer().outputs().get(0)))
                .toList();
    }
}
