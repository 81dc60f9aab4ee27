package jimu.engine.export;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.FlatGroup;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.layer.Loss;
import jimu.engine.layer.ParameterSpec;
import jimu.engine.layer.Port;
import jimu.engine.layer.Problem.Severity;
import jimu.engine.layer.PyTorch;
import jimu.engine.layer.Source;
import jimu.engine.plan.WeightSnapshot;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.shape.TensorType;

/** The part of a network that an export holds: the blocks on a path to the model's outputs, all of them known. */
public final class ExportedNetwork {
    private final Inference inference;
    private final WeightSnapshot weights;
    private final List<Endpoint> outputs;
    private final List<FlatBlock> sources;
    private final List<FlatBlock> blocks;

    private ExportedNetwork(Inference inference, WeightSnapshot weights, Set<String> needed) {
        this.inference = inference;
        this.weights = weights;
        outputs = inference.outputs();
        sources = inference.graph().blocks().values().stream()
                .filter(block -> block.layer() instanceof Source && needed.contains(block.path()))
                .toList();
        List<FlatBlock> open = inference.order().stream()
                .filter(needed::contains)
                .map(inference.graph()::require)
                .toList();
        blocks = ChainOrder.of(open).stream()
                .filter(block -> !(block.layer() instanceof Source))
                .toList();
    }

    /**
     * The part that is exported.
     *
     * @throws ExportException if the model has no outputs, a block on the way to one is not right, or a weight is missing
     */
    public static ExportedNetwork of(Inference inference, WeightSnapshot weights) throws ExportException {
        List<Endpoint> outputs = inference.outputs();
        if (outputs.isEmpty() || predictionUnknown(inference)) {
            throw noOutputs(inference);
        }
        Set<String> needed = inference.graph().leadingTo(outputs);
        List<Finding> wrong = inference.findings(Severity.SHAPE);
        for (String path : needed) {
            check(inference, path, wrong, weights);
        }
        return new ExportedNetwork(inference, weights, needed);
    }

    /** The blocks without the sources, each after those that it reads, a chain in one piece where that is possible. */
    public List<FlatBlock> blocks() {
        return blocks;
    }

    /** The same blocks in the document's order, which is alike in all copies of a group. */
    public List<FlatBlock> blocksAsDrawn() {
        Set<FlatBlock> exported = new HashSet<>(blocks);
        return inference.graph().blocks().values().stream()
                .filter(exported::contains)
                .toList();
    }

    /** The sources that the outputs depend on, in the document's order. */
    public List<FlatBlock> sources() {
        return sources;
    }

    /** The model's outputs. */
    public List<Endpoint> outputs() {
        return outputs;
    }

    /** The losses that the model was built with; they are no part of the export. */
    public List<FlatBlock> losses() {
        return inference.losses();
    }

    /** A block of the whole network, exported or not. */
    public Optional<FlatBlock> block(String path) {
        return inference.graph().block(path);
    }

    /** The groups that exported blocks stand in, by path, each before those inside it. */
    public Map<String, FlatGroup> groups() {
        Map<String, FlatGroup> groups = new LinkedHashMap<>(inference.graph().groups());
        Set<String> around = new HashSet<>();
        Stream.concat(blocks.stream(), sources.stream()).forEach(block -> {
            String path = block.path();
            for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
                around.add(path.substring(0, dot));
            }
        });
        groups.keySet().retainAll(around);
        return groups;
    }

    /** What inference knows of a block of this network. */
    public Known known(FlatBlock block) {
        return known(block.path());
    }

    /** What inference knows of the block at {@code path}. */
    public Known known(String path) {
        return inference
                .known(path)
                .orElseThrow(() -> new IllegalArgumentException("The types of " + path + " are not known"));
    }

    /** The type at an output of one of its blocks. */
    public TensorType type(Endpoint output) {
        return inference
                .type(output)
                .orElseThrow(() -> new IllegalArgumentException("The type of " + output + " is not known"));
    }

    /** What is wired to a block's inputs, in the ports' order; an optional port may have nothing. */
    public static Map<Port, Optional<Endpoint>> wires(FlatBlock block) {
        Map<Port, Optional<Endpoint>> wires = new LinkedHashMap<>();
        for (Port port : block.layer().inputs()) {
            wires.put(
                    port,
                    block.inputs().getOrDefault(port.name(), List.of()).stream().findFirst());
        }
        return wires;
    }

    /** How PyTorch source spells a block. */
    public PyTorch pytorch(FlatBlock block) {
        List<TensorType> types = known(block).inputs();
        Map<String, TensorType> connected = new LinkedHashMap<>();
        wires(block)
                .forEach((port, from) ->
                        from.ifPresent(wired -> connected.put(port.name(), types.get(connected.size()))));
        return block.layer().pytorch(connected);
    }

    /** The value of a parameter or buffer of a block. */
    public Weight weight(FlatBlock block, ParameterSpec spec) {
        Weight weight = weights.arrays().get(block.weightsPath() + "." + spec.name());
        if (weight == null) {
            throw new IllegalArgumentException(block.label() + " has no " + spec.name());
        }
        return weight;
    }

    private static boolean predictionUnknown(Inference inference) {
        List<Endpoint> predictions = inference.graph().blocks().values().stream()
                .filter(block -> block.layer() instanceof Loss)
                .flatMap(block -> Inference.predictions(block).stream())
                .toList();
        return !predictions.isEmpty()
                && predictions.stream()
                        .allMatch(endpoint -> inference.type(endpoint).isEmpty());
    }

    private static ExportException noOutputs(Inference inference) {
        return inference.findings(Severity.SHAPE).stream()
                .findFirst()
                .map(finding -> ExportException.of("wrong", finding.message()))
                .orElseGet(() -> ExportException.of("empty"));
    }

    private static void check(Inference inference, String path, List<Finding> wrong, WeightSnapshot weights)
            throws ExportException {
        FlatBlock block = inference.graph().require(path);
        Optional<Finding> finding = wrong.stream()
                .filter(one -> one.path().equals(path) || path.startsWith(one.path() + "."))
                .findFirst();
        if (finding.isPresent()) {
            throw ExportException.of("wrong", finding.get().message());
        }
        Known known = inference.known(path).orElseThrow(() -> ExportException.of("unknown", block.label()));
        for (ParameterSpec spec : known.parameters()) {
            String name = block.weightsPath() + "." + spec.name();
            Weight weight = weights.arrays().get(name);
            if (weight == null) {
                throw ExportException.of("weights.missing", name, block.label());
            }
            if (!weight.shape().equals(spec.shape())) {
                throw ExportException.of("weights.shape", name, spec.shape(), weight.shape());
            }
        }
    }
}
