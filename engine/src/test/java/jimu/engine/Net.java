package jimu.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Definition;
import jimu.engine.graph.Document;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.graph.PortRef;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Target;
import jimu.engine.shape.DType;

/** Builds small networks for tests; a block's id is its name. */
public final class Net {
    private final List<Block> blocks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Definition> definitions = new LinkedHashMap<>();

    /** A float32 input with samples of these sizes. */
    public static Input input(Integer... sizes) {
        return new Input("x", List.of(sizes), 0, DType.FLOAT32);
    }

    /** The layer of that type with some parameters given in plain form. */
    public static Layer layer(String type, Map<String, ?> values) {
        try {
            return LayerCatalog.find(type).orElseThrow().create(values);
        } catch (ParameterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A class index. */
    public static Target label() {
        return new Target("y", List.of(), 0, DType.INT32);
    }

    /** Adds a block that reads the main outputs of {@code from}, in the order of its ports; {@code name.port} for another. */
    public Net add(String name, Layer layer, String... from) {
        blocks.add(Block.of(name, name, new Content.Of(layer)));
        for (int i = 0; i < from.length; i++) {
            link(from[i], name, layer.inputs().get(i).name());
        }
        return this;
    }

    /** Adds a block that reads the block added last. */
    public Net then(String name, Layer layer) {
        return add(name, layer, blocks.get(blocks.size() - 1).name());
    }

    /** Adds the use of a definition that reads the block added last, through the port {@code in}. */
    public Net thenUse(String name, String definition, int repeat) {
        String from = blocks.get(blocks.size() - 1).name();
        blocks.add(Block.of(name, name, new Content.Use(definition, repeat)));
        return link(from, name, "in");
    }

    /** Adds a block that has the weights of another. */
    public Net sharing(String name, Layer layer, String owner, String from) {
        blocks.add(new Block(name, name, new Content.Of(layer), Optional.of(owner)));
        return link(from, name, layer.inputs().get(0).name());
    }

    /** Defines a group with an input port {@code in} that feeds {@code first} and an output port {@code out} of {@code last}. */
    public Net define(String name, Net inside, String first, String last) {
        List<PortRef> feeds = List.of(new PortRef(first, inside.inputPort(first)));
        PortRef shows = new PortRef(last, inside.outputPort(last));
        definitions.put(
                name,
                new Definition(
                        name,
                        inside.graph(),
                        List.of(new Definition.Entry("in", feeds)),
                        List.of(new Definition.Exit("out", shows))));
        return this;
    }

    /** Defines a group with these ports. */
    public Net define(String name, Net inside, List<Definition.Entry> inputs, List<Definition.Exit> outputs) {
        definitions.put(name, new Definition(name, inside.graph(), inputs, outputs));
        return this;
    }

    /** Adds the use of a definition; its wires are added one by one. */
    public Net use(String name, String definition, int repeat) {
        blocks.add(Block.of(name, name, new Content.Use(definition, repeat)));
        return this;
    }

    /** Adds a wire into a port. */
    public Net link(String from, String to, String port) {
        int dot = from.indexOf('.');
        String block = dot < 0 ? from : from.substring(0, dot);
        links.add(Link.of(block, dot < 0 ? outputPort(block) : from.substring(dot + 1), to, port));
        return this;
    }

    public Graph graph() {
        return Graph.of(blocks, links);
    }

    public Document document() {
        Document empty = Document.EMPTY;
        return new Document(graph(), definitions, Map.of(), empty.data(), empty.training(), empty.notes());
    }

    public Inference infer() {
        return ShapeInference.infer(document());
    }

    /** The sentences of all problems of shapes, each with its cure. */
    public List<String> problems() {
        return infer().findings(jimu.engine.layer.Problem.Severity.SHAPE).stream()
                .map(Net::sentence)
                .toList();
    }

    /** A problem as it is told, with its cure. */
    public static String sentence(Finding finding) {
        return finding.message() + " " + finding.cure().orElse("-");
    }

    /** The type at the main output of a block, in words. */
    public String type(String name) {
        return infer().known(name).map(known -> known.output().toString()).orElseGet(() -> String.valueOf(problems()));
    }

    /** The names and shapes of a block's parameters. */
    public String parameters(String name) {
        return infer().known(name).orElseThrow().parameters().stream()
                .map(spec -> spec.name() + " " + spec.shape())
                .toList()
                .toString();
    }

    private String outputPort(String name) {
        Content content = block(name).content();
        return content instanceof Content.Of of ? of.layer().outputs().get(0) : "out";
    }

    private String inputPort(String name) {
        Content content = block(name).content();
        return content instanceof Content.Of of ? of.layer().inputs().get(0).name() : "in";
    }

    private Block block(String name) {
        return blocks.stream()
                .filter(block -> block.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }
}
