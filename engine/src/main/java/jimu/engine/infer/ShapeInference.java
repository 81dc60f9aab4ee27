package jimu.engine.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import jimu.engine.message.Messages;
import jimu.engine.shape.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * Gives every layer of a network its types or the reason why it has none: a total function, whatever the network looks like.
 */
public final class ShapeInference {
    private final FlatGraph graph;
    private final Optional<Inference> previous;
    private final Map<String, BlockState> states = new LinkedHashMap<>();
    private final Map<String, Problem> unshareable = new HashMap<>();
    private final Set<String> ownerless = new HashSet<>();
    private final Topology topology;

    private ShapeInference(FlatGraph graph, Topology topology, Optional<Inference> previous) {
        this.graph = graph;
        this.topology = topology;
        this.previous = previous;
    }

    /** Infers a document's network. */
    public static Inference infer(Document document) {
        return infer(Expansion.of(document), Optional.empty());
    }

    /** Infers a flat network; what did not change since {@code previous} is taken over from it. */
    public static Inference infer(FlatGraph graph, Optional<Inference> previous) {
        return new ShapeInference(graph, Topology.of(graph, previous), previous).run();
    }

    /**
     * What would become of one layer if it were {@code changed}, while all before it stays as it is: the same answer as inferring
     * the whole network, without the time that takes. It must not read what depends on it.
     */
    public static Supposition suppose(Inference present, FlatBlock changed) {
        Topology untouched = new Topology(List.of(), Map.of());
        ShapeInference inference = new ShapeInference(present.graph(), untouched, Optional.of(present));
        inference.states.putAll(present.states());
        BlockState state = inference.state(changed);
        return new Supposition(state, new Findings(present.graph(), present.states()).of(changed, state));
    }

    private Inference run() {
        do {
            states.clear();
            topology.order().forEach(path -> states.put(path, stateOf(graph.require(path))));
        } while (findUnshareable());
        return new Inference(graph, topology.order(), states, new Findings(graph, states).all(), totals());
    }

    private BlockState stateOf(FlatBlock block) {
        return unchanged(block).orElseGet(() -> state(block));
    }

    /**
     * The previous state of a layer with the same wires from sources whose states are the very same too: nothing else bears on it
     * but a cycle and shared weights, and layers with those are looked at anew.
     */
    private Optional<BlockState> unchanged(FlatBlock block) {
        if (previous.isEmpty()
                || block.sharesWeightsOf().isPresent()
                || topology.cyclic().contains(block.path())) {
            return Optional.empty();
        }
        Map<String, BlockState> before = previous.get().states();
        return previous.get()
                .graph()
                .block(block.path())
                .filter(old -> old.sharesWeightsOf().isEmpty()
                        && old.layer().equals(block.layer())
                        && old.inputs().equals(block.inputs()))
                .filter(old -> block.inputs().values().stream()
                        .flatMap(List::stream)
                        .allMatch(source -> same(states.get(source.path()), before.get(source.path()))))
                .map(old -> before.get(block.path()));
    }

    @SuppressWarnings("ReferenceEquality") // states are taken over as they are; comparing them in depth would cost more
    private static boolean same(@Nullable BlockState now, @Nullable BlockState before) {
        return now != null && now == before;
    }

    private BlockState state(FlatBlock block) {
        List<Problem> problems = new ArrayList<>(outOfRange(block));
        if (topology.cyclic().contains(block.path())) {
            problems.add(Problem.shape(
                    "cycle", Messages.text("expected.acyclic"), String.join(" → ", topology.cycle(block.path()))));
            return new Wrong(problems);
        }
        List<TensorType> inputs = new ArrayList<>();
        List<Port> connected = new ArrayList<>();
        Set<String> blockers = new LinkedHashSet<>();
        for (Port port : block.layer().inputs()) {
            List<Endpoint> sources = block.inputs().getOrDefault(port.name(), List.of());
            if (sources.size() > 1) {
                problems.add(secondWire(port, sources));
            } else if (!sources.isEmpty()) {
                Endpoint source = sources.get(0);
                connected.add(port);
                type(source).ifPresentOrElse(inputs::add, () -> blockers.add(source.path()));
                graph.block(source.path())
                        .flatMap(from -> missingOutput(from, source.port()))
                        .ifPresent(problem -> problems.add(problem.at(port.name())));
            } else if (!port.optional()) {
                problems.add(Problem.shape(
                        "input.missing", Messages.text("expected.wire"), Messages.text("expected.none"), port.name()));
            }
        }
        Optional.ofNullable(unshareable.get(block.path())).ifPresent(problems::add);
        block.sharesWeightsOf().filter(ownerless::contains).ifPresent(blockers::add);
        if (!problems.isEmpty()) {
            return new Wrong(problems);
        }
        return blockers.isEmpty() ? located(apply(block, inputs), block.layer(), connected) : new Blocked(blockers);
    }

    /** A layer knows its inputs by number; where an open port lies before one, the port of that number is another. */
    private static BlockState located(BlockState state, Layer layer, List<Port> connected) {
        if (!(state instanceof Wrong wrong)) {
            return state;
        }
        List<String> names = layer.inputs().stream().map(Port::name).toList();
        return new Wrong(wrong.problems().stream()
                .map(problem -> problem.port()
                        .map(names::indexOf)
                        .filter(number -> number >= 0 && number < connected.size())
                        .map(number -> problem.at(connected.get(number).name()))
                        .orElse(problem))
                .toList());
    }

    private static Problem secondWire(Port port, List<Endpoint> sources) {
        List<String> from = sources.stream().map(Endpoint::path).toList();
        return Problem.shape(
                "input.second",
                Messages.text("expected.one_wire"),
                String.join(", ", from),
                port.name(),
                sources.size() + "");
    }

    private static Optional<Problem> missingOutput(FlatBlock from, String port) {
        List<String> outputs = from.layer().outputs();
        return outputs.contains(port)
                ? Optional.empty()
                : Optional.of(Problem.shape("output.missing", String.join(", ", outputs), port, from.label()));
    }

    private BlockState apply(FlatBlock block, List<TensorType> inputs) {
        Layer layer = block.layer();
        Optional<Known> before = previous.flatMap(inference -> inference
                .known(block.path())
                .filter(known -> known.inputs().equals(inputs)
                        && inference.graph().require(block.path()).layer().equals(layer)));
        return before.isPresent() ? before.get() : compute(layer, inputs);
    }

    /** A layer that was known before is within its ranges. */
    private List<Problem> outOfRange(FlatBlock block) {
        boolean fine = previous.filter(inference -> inference
                                .known(block.path())
                                .isPresent()
                        && inference.graph().require(block.path()).layer().equals(block.layer()))
                .isPresent();
        return fine ? List.of() : LayerCatalog.of(block.layer()).outOfRange(block.layer());
    }

    private static BlockState compute(Layer layer, List<TensorType> inputs) {
        try {
            Map<Boolean, List<Problem>> checked = layer.check(inputs).stream()
                    .collect(Collectors.partitioningBy(problem -> problem.severity() == Problem.Severity.SHAPE));
            List<Problem> problems = checked.getOrDefault(true, List.of());
            if (!problems.isEmpty()) {
                return new Wrong(problems);
            }
            Lowered lowered = Lowering.lower(layer, Mode.TRAIN, inputs);
            Map<String, TensorType> outputs = new LinkedHashMap<>();
            for (int i = 0; i < lowered.outputs().size(); i++) {
                outputs.put(layer.outputs().get(i), lowered.outputs().get(i).type());
            }
            Cost cost = Cost.of(lowered);
            Optional<Problem> large = tooLarge(lowered);
            if (large.isPresent()) {
                return new Wrong(List.of(large.get()));
            }
            return new Known(
                    inputs,
                    outputs,
                    lowered,
                    layer.automaticSizes(inputs),
                    cost,
                    checked.getOrDefault(false, List.of()));
        } catch (ArithmeticException overflow) {
            return new Wrong(List.of(Problem.shape(
                    "size.overflow", Messages.text("expected.fewer", "2⁶³"), Messages.text("expected.more", "2⁶³"))));
        }
    }

    /** The problem that a parameter has more elements than an array can hold. */
    private static Optional<Problem> tooLarge(Lowered lowered) {
        return lowered.parameters().stream()
                .filter(spec -> spec.elements() > Integer.MAX_VALUE)
                .findFirst()
                .map(spec -> Problem.shape(
                        "parameter.large",
                        Messages.text("expected.most", Integer.MAX_VALUE),
                        spec.elements() + "",
                        spec.name(),
                        spec.shape().toString()));
    }

    /**
     * Notes layers that cannot have the weights they are to share, and owners whose weights are not known; says whether any was
     * new, so that what follows them must be inferred again. The owner may come after the sharer, so this waits for both.
     */
    private boolean findUnshareable() {
        int before = unshareable.size() + ownerless.size();
        for (FlatBlock block : graph.blocks().values()) {
            if (block.sharesWeightsOf().isPresent() && states.get(block.path()) instanceof Known known) {
                String owner = block.sharesWeightsOf().get();
                sharingProblem(block, known, owner).ifPresent(problem -> unshareable.put(block.path(), problem));
                if (!(states.get(owner) instanceof Known) && !unshareable.containsKey(block.path())) {
                    ownerless.add(owner);
                }
            }
        }
        return unshareable.size() + ownerless.size() > before;
    }

    private Optional<Problem> sharingProblem(FlatBlock block, Known known, String owner) {
        Optional<FlatBlock> other = graph.block(owner)
                .filter(one -> one.layer().type().equals(block.layer().type()))
                .filter(one -> one.sharesWeightsOf().isEmpty());
        if (other.isEmpty()) {
            return Optional.of(Problem.shape("share.owner", block.layer().type(), owner));
        }
        return Optional.ofNullable(states.get(owner))
                .filter(state ->
                        state instanceof Known owned && !owned.parameters().equals(known.parameters()))
                .map(state -> Problem.shape(
                        "share.shapes",
                        shapes((Known) state),
                        shapes(known),
                        other.get().label()));
    }

    private static String shapes(Known known) {
        return known.parameters().stream()
                .map(spec -> spec.name() + " " + spec.shape())
                .collect(Collectors.joining(", "));
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
                    parameters = sum(parameters, known.cost().parameters());
                    buffers = sum(buffers, known.cost().buffers());
                }
                multiplyAdds = sum(multiplyAdds, known.multiplyAdds());
                activations = sum(activations, known.cost().activations());
            } else {
                partial = true;
            }
        }
        return new Totals(parameters, buffers, multiplyAdds, activations, partial);
    }

    /** The sum, or the largest long where it would be larger. */
    private static long sum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
