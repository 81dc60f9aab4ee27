package jimu.engine.infer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jimu.engine.graph.Document;
import jimu.engine.graph.Expansion;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.FlatGraph;
import jimu.engine.infer.BlockState.Blocked;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.BlockState.Wrong;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.Lowered;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Mode;
import jimu.engine.layer.Port;
import jimu.engine.layer.Problem;
import jimu.engine.shape.TensorType;

/**
 * Gives every layer of a network its types or the reason why it has none: a total function, whatever the network looks like.
 */
public final class ShapeInference {
    private final FlatGraph graph;
    private final Optional<Inference> previous;
    private final Map<String, BlockState> states = new LinkedHashMap<>();
    private final Topology topology;

    private ShapeInference(FlatGraph graph, Optional<Inference> previous) {
        this.graph = graph;
        this.previous = previous;
        this.topology = Topology.of(graph);
    }

    /** Infers a document's network. */
    public static Inference infer(Document document) {
        return infer(Expansion.of(document), Optional.empty());
    }

    /** Infers a flat network; what did not change since {@code previous} is taken over from it. */
    public static Inference infer(FlatGraph graph, Optional<Inference> previous) {
        return new ShapeInference(graph, previous).run();
    }

    private Inference run() {
        for (String path : topology.order()) {
            states.put(path, state(graph.require(path)));
        }
        return new Inference(graph, topology.order(), states, new Findings(graph, states).all(), totals());
    }

    private BlockState state(FlatBlock block) {
        List<Problem> problems = new ArrayList<>(LayerCatalog.of(block.layer()).outOfRange(block.layer()));
        if (topology.cyclic().contains(block.path())) {
            problems.add(Problem.shape("cycle", "no cycle", String.join(" → ", topology.cycle(block.path()))));
            return new Wrong(problems);
        }
        List<TensorType> inputs = new ArrayList<>();
        Set<String> blockers = new LinkedHashSet<>();
        for (Port port : block.layer().inputs()) {
            List<Endpoint> sources = block.inputs().getOrDefault(port.name(), List.of());
            if (sources.size() > 1) {
                problems.add(secondWire(port, sources));
            } else if (!sources.isEmpty()) {
                Endpoint source = sources.get(0);
                type(source).ifPresentOrElse(inputs::add, () -> blockers.add(source.path()));
                missingOutput(source).ifPresent(problem -> problems.add(problem.at(port.name())));
            } else if (!port.optional()) {
                problems.add(Problem.shape("input.missing", "a wire", "none", port.name()));
            }
        }
        if (!problems.isEmpty()) {
            return new Wrong(problems);
        }
        return blockers.isEmpty() ? apply(block, inputs) : new Blocked(blockers);
    }

    private static Problem secondWire(Port port, List<Endpoint> sources) {
        List<String> from = sources.stream().map(Endpoint::path).toList();
        return Problem.shape("input.second", "one wire", String.join(", ", from), port.name(), sources.size() + "");
    }

    private Optional<Problem> missingOutput(Endpoint source) {
        FlatBlock from = graph.require(source.path());
        return from.layer().outputs().contains(source.port())
                ? Optional.empty()
                : Optional.of(Problem.shape(
                        "output.missing", String.join(", ", from.layer().outputs()), source.port(), from.label()));
    }

    private BlockState apply(FlatBlock block, List<TensorType> inputs) {
        Layer layer = block.layer();
        Optional<Known> before = previous.flatMap(inference -> inference
                .known(block.path())
                .filter(known -> known.inputs().equals(inputs)
                        && inference.graph().require(block.path()).layer().equals(layer)));
        BlockState state = before.isPresent() ? before.get() : compute(layer, inputs);
        return state instanceof Known known ? checkSharing(block, known) : state;
    }

    private static BlockState compute(Layer layer, List<TensorType> inputs) {
        List<Problem> problems = layer.check(inputs);
        if (!problems.isEmpty()) {
            return new Wrong(problems);
        }
        try {
            Lowered lowered = Lowering.lower(layer, Mode.TRAIN, inputs);
            Map<String, TensorType> outputs = new LinkedHashMap<>();
            for (int i = 0; i < lowered.outputs().size(); i++) {
                outputs.put(layer.outputs().get(i), lowered.outputs().get(i).type());
            }
            lowered.multiplyAdds();
            return new Known(inputs, outputs, lowered, layer.automaticSizes(inputs));
        } catch (ArithmeticException overflow) {
            return new Wrong(List.of(Problem.shape("size.overflow", "fewer than 2⁶³ elements", inputs.toString())));
        }
    }

    private BlockState checkSharing(FlatBlock block, Known known) {
        if (block.sharesWeightsOf().isEmpty()) {
            return known;
        }
        String owner = block.sharesWeightsOf().get();
        Optional<FlatBlock> other = graph.block(owner);
        boolean sameType = other.isPresent()
                && other.get().layer().type().equals(block.layer().type())
                && other.get().sharesWeightsOf().isEmpty();
        if (!sameType) {
            return new Wrong(List.of(Problem.shape("share.owner", block.layer().type(), owner)));
        }
        BlockState ownerState = states.get(owner);
        if (ownerState instanceof Known owned && !owned.parameters().equals(known.parameters())) {
            return new Wrong(List.of(Problem.shape(
                    "share.shapes", shapes(owned), shapes(known), other.get().label())));
        }
        return known;
    }

    private static String shapes(Known known) {
        return known.parameters().stream()
                .map(spec -> spec.name() + " " + spec.shape())
                .toList()
                .toString();
    }

    private Optional<TensorType> type(Endpoint source) {
        return states.get(source.path()) instanceof Known known
                ? Optional.ofNullable(known.outputs().get(source.port()))
                : Optional.empty();
    }

    private Totals totals() {
        long parameters = 0;
        long buffers = 0;
        long multiplyAdds = 0;
        long activations = 0;
        boolean partial = !graph.misplaced().isEmpty();
        for (FlatBlock block : graph.blocks().values()) {
            if (states.get(block.path()) instanceof Known known) {
                if (block.sharesWeightsOf().isEmpty()) {
                    long all = known.parameters().stream()
                            .mapToLong(spec -> spec.elements())
                            .sum();
                    parameters += known.trainable();
                    buffers += all - known.trainable();
                }
                multiplyAdds += known.multiplyAdds();
                activations += known.outputs().values().stream()
                        .mapToLong(type -> type.shape().elements(1))
                        .sum();
            } else {
                partial = true;
            }
        }
        return new Totals(parameters, buffers, multiplyAdds, activations, partial);
    }
}
