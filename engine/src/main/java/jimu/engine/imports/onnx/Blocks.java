package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.FreeName;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.imports.onnx.Held.Wire;
import jimu.engine.io.NumberArray;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowered;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Mode;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Source;
import jimu.engine.message.Messages;
import jimu.engine.shape.TensorType;

/** The blocks, links and weights that come out of a file, in the making. */
final class Blocks {
    private final Map<String, Made> made = new LinkedHashMap<>();
    private final Map<Shared, String> firstUses = new HashMap<>();
    private final Map<String, Home> homes = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    /** A block with what goes in. */
    private record Made(
            Block block, Layer layer, List<Wire> inputs, List<String> ports, Map<String, NumberArray> weights) {}

    /**
     * What the file says of a block's place among its modules.
     *
     * @param path the module that it was, or was a part of, from the outermost inwards; empty if nothing is said
     * @param plain what the file calls it apart from that; empty if it has no name
     * @param weighted whether it has weights that no block before it has
     */
    record Home(List<String> path, String plain, boolean weighted) {
        Home {
            path = List.copyOf(path);
        }
    }

    /** What tells that two blocks use the same weights. */
    private record Shared(Layer layer, List<String> arrays) {}

    /**
     * The numbers that a block takes from the file.
     *
     * @param arrays the arrays under the layer's names
     * @param origins the names that the arrays have in the file: two blocks with the same share their weights
     */
    record Weights(Map<String, NumberArray> arrays, List<String> origins) {
        static final Weights NONE = new Weights(Map.of(), List.of());

        Weights {
            arrays = Map.copyOf(arrays);
            origins = List.copyOf(origins);
        }
    }

    /** Adds a source, which belongs to the network itself. */
    Wire source(String wanted, Layer layer) {
        return add(endName(wanted, layer), layer, List.of(), List.of(), Weights.NONE)
                .get(0);
    }

    /** Adds a block without weights at the end of a wire, which belongs to the network itself. */
    Wire end(String wanted, Layer layer, Wire input) {
        String port = layer.inputs().get(0).name();
        return add(endName(wanted, layer), layer, List.of(input), List.of(port), Weights.NONE)
                .get(0);
    }

    /** Adds a block whose inputs are at its first ports, and returns what comes out; it gets its name among its {@link Modules}. */
    List<Wire> add(OnnxNode node, Layer layer, List<Wire> inputs, Weights weights) throws Refusal {
        List<TensorType> types = inputs.stream().map(Wire::type).toList();
        check(node, layer, types);
        List<String> ports = layer.inputs().stream()
                .limit(inputs.size())
                .map(port -> port.name())
                .toList();
        String id = freeId();
        List<Wire> outputs = add(id, layer, inputs, ports, weights);
        boolean weighted = !weights.origins().isEmpty()
                && require(id).block().sharesWeightsOf().isEmpty();
        homes.put(id, new Home(NodeNames.path(node, weights.origins()), NodeNames.plain(node), weighted));
        return outputs;
    }

    private String freeId() {
        return "b" + (made.size() + 1);
    }

    private List<Wire> add(String name, Layer layer, List<Wire> inputs, List<String> ports, Weights weights) {
        String id = freeId();
        Shared shared = new Shared(layer, weights.origins());
        Optional<String> first =
                weights.origins().isEmpty() ? Optional.empty() : Optional.ofNullable(firstUses.putIfAbsent(shared, id));
        Block block = new Block(id, name, new Content.Of(layer), first);
        made.put(id, new Made(block, layer, List.copyOf(inputs), ports, first.isEmpty() ? weights.arrays() : Map.of()));
        return outputs(id, layer, inputs);
    }

    private static List<Wire> outputs(String id, Layer layer, List<Wire> inputs) {
        Lowered lowered =
                Lowering.lower(layer, Mode.EVAL, inputs.stream().map(Wire::type).toList());
        List<Wire> outputs = new ArrayList<>();
        for (int i = 0; i < layer.outputs().size(); i++) {
            outputs.add(new Wire(
                    new PortRef(id, layer.outputs().get(i)),
                    lowered.outputTypes().get(i)));
        }
        return outputs;
    }

    private static void check(OnnxNode node, Layer layer, List<TensorType> types) throws Refusal {
        Optional<Problem> problem = layer.check(types).stream()
                .filter(one -> one.severity() == Problem.Severity.SHAPE)
                .findFirst();
        if (problem.isPresent()) {
            throw Refusal.of(
                    "shape",
                    node,
                    layer.type(),
                    problem.get().expected(),
                    problem.get().found());
        }
    }

    /** The layer whose main output a wire is, with its weights, if it is not shared. */
    Optional<Amendable> maker(Wire wire) {
        Made maker = require(wire.port().block());
        boolean alone = maker.block().sharesWeightsOf().isEmpty()
                && made.values().stream()
                        .noneMatch(one -> one.block()
                                .sharesWeightsOf()
                                .filter(maker.block().id()::equals)
                                .isPresent());
        return alone
                ? Optional.of(new Amendable(maker.block().id(), maker.layer(), maker.weights()))
                : Optional.empty();
    }

    /** What goes into the first port of the block that a wire comes from. */
    Wire input(Wire wire) {
        return require(wire.port().block()).inputs().get(0);
    }

    /** A block that may still get another layer and other weights. */
    record Amendable(String id, Layer layer, Map<String, NumberArray> weights) {
        Amendable {
            weights = Map.copyOf(weights);
        }
    }

    /** Gives a block another layer and other weights; the shape that comes out stays. */
    void amend(Amendable changed) {
        Made before = require(changed.id());
        firstUses.values().remove(changed.id());
        made.put(
                changed.id(),
                new Made(
                        before.block().withContent(new Content.Of(changed.layer())),
                        changed.layer(),
                        before.inputs(),
                        before.ports(),
                        changed.weights()));
    }

    /** How many blocks a wire goes into. */
    long uses(Wire wire) {
        return made.values().stream()
                .flatMap(one -> one.inputs().stream())
                .filter(input -> input.port().equals(wire.port()))
                .count();
    }

    /** Whether a wire is the main output of a block, no source, of which no block reads anything. */
    boolean isLoose(Wire wire) {
        Layer layer = require(wire.port().block()).layer();
        boolean read = made.values().stream()
                .flatMap(one -> one.inputs().stream())
                .anyMatch(input -> input.port().block().equals(wire.port().block()));
        return !read
                && !(layer instanceof Source)
                && wire.port().port().equals(layer.outputs().get(0));
    }

    private Made require(String id) {
        return Optional.ofNullable(made.get(id)).orElseThrow(() -> new IllegalArgumentException("No block " + id));
    }

    private String endName(String wanted, Layer layer) {
        String name = wanted.isEmpty() ? FreeName.of(names, layer) : FreeName.of(names, wanted);
        names.add(name);
        return name;
    }

    /** The blocks that lead to {@code outputs}, with their links. */
    Graph graph(List<Wire> outputs) {
        Set<String> needed = needed(outputs);
        List<Block> blocks = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (Made one : made.values()) {
            if (!needed.contains(one.block().id())) {
                continue;
            }
            blocks.add(one.block());
            for (int i = 0; i < one.inputs().size(); i++) {
                PortRef to = new PortRef(one.block().id(), one.ports().get(i));
                links.add(new Link(one.inputs().get(i).port(), to));
            }
        }
        return Graph.of(blocks, links);
    }

    private Set<String> needed(List<Wire> outputs) {
        Set<String> needed = new HashSet<>();
        List<String> open = new ArrayList<>(
                outputs.stream().map(wire -> wire.port().block()).toList());
        while (!open.isEmpty()) {
            String id = open.remove(open.size() - 1);
            if (needed.add(id)) {
                require(id).inputs().forEach(input -> open.add(input.port().block()));
                require(id).block().sharesWeightsOf().ifPresent(open::add);
            }
        }
        return needed;
    }

    /** What the file says of each block's place among its modules, in the file's order; nothing of what belongs to the network itself. */
    Map<String, Home> homes() {
        Map<String, Home> ordered = new LinkedHashMap<>();
        made.keySet().forEach(id -> Optional.ofNullable(homes.get(id)).ifPresent(home -> ordered.put(id, home)));
        return ordered;
    }

    /**
     * All weights under {@code path.parameter}, so far as their blocks are in {@code graph}.
     *
     * @param graph the blocks as they came out of the file
     * @param paths where each block stands among the modules
     * @throws Refusal if the file has not all numbers of a layer, or not of the right shape
     */
    Map<String, NumberArray> weights(Graph graph, UnaryOperator<String> paths) throws Refusal {
        Map<String, NumberArray> all = new LinkedHashMap<>();
        for (Made one : made.values()) {
            boolean own = one.block().sharesWeightsOf().isEmpty();
            if (!own || graph.block(one.block().id()).isEmpty()) {
                continue;
            }
            List<TensorType> types = one.inputs().stream().map(Wire::type).toList();
            for (ParameterSpec spec :
                    Lowering.lower(one.layer(), Mode.TRAIN, types).parameters()) {
                String path = paths.apply(one.block().id()) + "." + spec.name();
                NumberArray array = one.weights().get(spec.name());
                if (array == null || array.length() != spec.elements()) {
                    String found = array == null
                            ? Messages.text("expected.none")
                            : array.shape().toString();
                    throw Refusal.because("weight", path, spec.shape(), found);
                }
                all.put(path, NumberArray.of(spec.shape(), array.floats()));
            }
        }
        return all;
    }
}
