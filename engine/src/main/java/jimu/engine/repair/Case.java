package jimu.engine.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jimu.engine.data.LoadedData;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.Edit;
import jimu.engine.graph.FlatBlock;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.infer.BlockState;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.LayerSchema;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Problem;
import jimu.engine.shape.TensorType;

/**
 * A problem in its surroundings: what a kind of repair may look at.
 *
 * @param finding the problem
 * @param document the document as seen from where the block lies: its graph is that of the group around it
 * @param definition the name of that group's definition; empty in the network itself
 * @param inference what is known of the whole network
 * @param data the data, if they are there
 */
record Case(
        Finding finding,
        Document document,
        Optional<String> definition,
        Inference inference,
        Optional<LoadedData> data) {
    /** The problem where it lies; empty where the document has no such place. */
    static Optional<Case> of(Finding finding, Document whole, Inference inference, Optional<LoadedData> data) {
        Document document = whole;
        Optional<String> definition = Optional.empty();
        for (int i = 0; i < finding.blocks().size(); i++) {
            Optional<Block> block = document.graph().block(finding.blocks().get(i));
            if (block.isEmpty()) {
                return Optional.empty();
            }
            if (i + 1 < finding.blocks().size()) {
                if (!(block.get().content() instanceof Content.Use use)
                        || !whole.definitions().containsKey(use.definition())) {
                    return Optional.empty();
                }
                definition = Optional.of(use.definition());
                document = whole.inside(use.definition());
            }
        }
        return Optional.of(new Case(finding, document, definition, inference, data));
    }

    Problem problem() {
        return finding.problem();
    }

    /** The block that has the problem; empty where the network as a whole has it. */
    Optional<Block> block() {
        return finding.blocks().isEmpty() ? Optional.empty() : document.graph().block(id());
    }

    /** The id of that block. */
    String id() {
        return finding.blocks().get(finding.blocks().size() - 1);
    }

    /** The layer that has the problem, if a layer has it. */
    Optional<Layer> layer() {
        return block().flatMap(Case::layer);
    }

    /** The layer that has the problem, if it is of such a kind. */
    <T> Optional<T> layer(Class<T> kind) {
        return layer().filter(kind::isInstance).map(kind::cast);
    }

    /** What a block holds, if that is a layer. */
    static Optional<Layer> layer(Block block) {
        return block.content() instanceof Content.Of of ? Optional.of(of.layer()) : Optional.empty();
    }

    /** The input port that the problem is laid to, or else the layer's first. */
    String port() {
        return problem()
                .port()
                .orElseGet(() -> layer().stream()
                        .flatMap(layer -> layer.inputs().stream())
                        .map(jimu.engine.layer.Port::name)
                        .findFirst()
                        .orElse(""));
    }

    /** The type that arrives at an input port of the layer, if it is known. */
    Optional<TensorType> arriving(String port) {
        return inference
                .graph()
                .block(finding.path())
                .flatMap(flat ->
                        flat.inputs().getOrDefault(port, List.of()).stream().findFirst())
                .flatMap(inference::type);
    }

    /** The type that arrives at the port that the problem is laid to. */
    Optional<TensorType> arriving() {
        return arriving(port());
    }

    /** The wire into an input port of the block; empty for none, or one from outside of the group. */
    Optional<Link> wire(String port) {
        PortRef end = new PortRef(id(), port);
        return document.graph().incoming(id()).stream()
                .filter(link -> link.to().equals(end))
                .findFirst();
    }

    /** The layers of the same graph by the ids of their blocks; of several copies those beside the one with the problem. */
    Map<String, FlatBlock> neighbours() {
        int depth = Math.max(1, finding.blocks().size());
        String prefix = prefix();
        return inference.graph().blocks().entrySet().stream()
                .filter(entry -> entry.getValue().blocks().size() == depth
                        && entry.getKey().startsWith(prefix)
                        && entry.getValue()
                                .blocks()
                                .subList(0, depth - 1)
                                .equals(finding.blocks().subList(0, depth - 1)))
                .map(Map.Entry::getValue)
                .collect(Collectors.toMap(flat -> flat.blocks().get(depth - 1), flat -> flat, (one, other) -> one));
    }

    private String prefix() {
        String own = block().map(Block::name).orElse("");
        String path = finding.path();
        String marked = own + "#" + (finding.blocks().isEmpty() ? "" : id());
        int length = path.endsWith(own) ? own.length() : path.endsWith(marked) ? marked.length() : path.length();
        return path.substring(0, path.length() - length);
    }

    /** The type at an output of a layer of the same graph, if it is known. */
    Optional<TensorType> type(PortRef output) {
        return Optional.ofNullable(neighbours().get(output.block()))
                .flatMap(flat -> inference.type(new FlatBlock.Endpoint(flat.path(), output.port())));
    }

    /** A parameter of the problem's layer in plain form; empty text where it has no such one. */
    Object value(String parameter) {
        return layer().flatMap(
                        layer -> LayerCatalog.of(layer).parameter(parameter).map(known -> known.get(layer)))
                .orElse("");
    }

    /** The problem's layer with other parameters, in plain form; empty where it has no such ones or they take no such values. */
    Optional<Layer> with(Map<String, ?> changes) {
        return layer().flatMap(layer -> {
            LayerSchema schema = LayerCatalog.of(layer);
            try {
                return Optional.of(schema.with(layer, changes))
                        .filter(changed -> schema.outOfRange(changed).isEmpty());
            } catch (ParameterException e) {
                return Optional.empty();
            }
        });
    }

    /** Whether the problem goes, and none comes in its place, when the layer gets other parameters while its inputs stay. */
    boolean fits(Map<String, ?> changes) {
        List<Problem> left = new ArrayList<>(own());
        left.remove(problem());
        return with(changes)
                .flatMap(changed -> inference
                        .graph()
                        .block(finding.path())
                        .map(flat -> new FlatBlock(
                                flat.path(), flat.blocks(), changed, flat.inputs(), flat.sharesWeightsOf())))
                .filter(flat -> ShapeInference.suppose(inference, flat).findings().stream()
                        .map(Finding::problem)
                        .filter(after -> after.severity() == Problem.Severity.SHAPE)
                        .allMatch(after -> left.removeIf(before -> before.key().equals(after.key())
                                && before.port().equals(after.port()))))
                .isPresent();
    }

    private List<Problem> own() {
        return inference.states().get(finding.path()) instanceof BlockState.Wrong wrong ? wrong.problems() : List.of();
    }

    /** The repair that sets one parameter. */
    Repair set(String parameter, Object plain) {
        return repair("set", new Edit.SetParameter(id(), parameter, plain), parameter, plain);
    }

    /** The repair that leads the way into an input port through new layers. */
    Repair insert(String port, Layer... layers) {
        List<Layer> chain = Arrays.asList(layers);
        String words = chain.stream().map(Spelling::of).collect(Collectors.joining(" + "));
        Edit edit = Rewiring.insert(document, wire(port), new PortRef(id(), port), chain);
        boolean several = layer().filter(layer -> layer.inputs().size() > 1).isPresent();
        return several ? repair("insert.port", edit, words, port) : repair("insert", edit, words);
    }

    /** A repair of the graph in which the problem lies. */
    Repair repair(String key, Edit edit, Object... words) {
        List<String> told = Arrays.stream(words).map(String::valueOf).toList();
        return new Repair(key, told, block().map(Block::name).orElse(""), definition, edit);
    }
}
