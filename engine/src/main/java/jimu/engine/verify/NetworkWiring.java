package jimu.engine.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Loss;
import jimu.engine.layer.Problem.Severity;
import jimu.engine.layer.core.Input;
import jimu.engine.layer.core.Target;
import jimu.engine.shape.TensorShape;

/**
 * The network of a case as a document has it: its layers between an Input and a Target, with a loss, and the shapes inferred.
 *
 * @param inference of the network
 * @param output of its last layer
 */
record NetworkWiring(Inference inference, Endpoint output) {
    /** The Input block, as cases call it. */
    static final String INPUT = "x";

    /** The Target block. */
    static final String TARGET = "y";

    /** The output of the loss block. */
    static final Endpoint LOSS = new Endpoint("loss", "loss");

    /** Wires the layers, given by the ids of the case's modules. */
    static NetworkWiring of(NetworkCase network, Map<String, Layer> layers, Layer loss) {
        NetworkCase.Batch batch = network.batches().get(0);
        Layer input = new Input(INPUT, sample(batch.x()), 0, batch.x().dtype());
        Layer target = new Target(TARGET, sample(batch.y()), 0, batch.y().dtype());
        Map<String, Layer> all = new LinkedHashMap<>(Map.of(INPUT, input, TARGET, target, LOSS.path(), loss));
        all.putAll(layers);
        List<Block> blocks = new ArrayList<>();
        all.forEach((id, layer) -> blocks.add(Block.of(id, id, new Content.Of(layer))));
        List<Link> links = new ArrayList<>();
        String last = INPUT;
        for (NetworkCase.Module module : network.modules()) {
            last = module.id();
            for (int i = 0; i < module.inputs().size(); i++) {
                String from = module.inputs().get(i);
                String port = require(all, last).inputs().get(i).name();
                links.add(Link.of(from, require(all, from).outputs().get(0), last, port));
            }
        }
        Endpoint output = new Endpoint(last, require(all, last).outputs().get(0));
        links.add(Link.of(
                last,
                output.port(),
                LOSS.path(),
                ((Loss) loss).predictionPorts().get(0)));
        links.add(Link.of(TARGET, target.outputs().get(0), LOSS.path(), "target"));
        Document document = Document.EMPTY.withGraph(Graph.of(blocks, links));
        return new NetworkWiring(ShapeInference.infer(document), output);
    }

    /** What is wrong with the shapes. */
    List<Finding> problems() {
        return inference.findings(Severity.SHAPE);
    }

    /** The shapes of what is trained, by {@code id.name}. */
    Map<String, TensorShape> parameters() {
        Map<String, TensorShape> shapes = new LinkedHashMap<>();
        for (String path : inference.graph().blocks().keySet()) {
            inference
                    .known(path)
                    .ifPresent(known -> known.parameters().stream()
                            .filter(spec -> spec.trainable())
                            .forEach(spec -> shapes.put(path + "." + spec.name(), spec.shape())));
        }
        return shapes;
    }

    private static Layer require(Map<String, Layer> layers, String id) {
        Layer layer = layers.get(id);
        if (layer == null) {
            throw new IllegalArgumentException("No module is called " + id);
        }
        return layer;
    }

    private static List<Integer> sample(ReferenceTensor batch) {
        List<Integer> sizes = new ArrayList<>();
        for (int axis = 1; axis < batch.shape().rank(); axis++) {
            sizes.add(Math.toIntExact(batch.shape().dim(axis).factor()));
        }
        return sizes;
    }
}
