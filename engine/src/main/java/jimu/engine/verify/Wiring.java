package jimu.engine.verify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jimu.engine.graph.Block;
import jimu.engine.graph.Content;
import jimu.engine.graph.Document;
import jimu.engine.graph.FlatBlock.Endpoint;
import jimu.engine.graph.Graph;
import jimu.engine.graph.Link;
import jimu.engine.infer.BlockState.Known;
import jimu.engine.infer.Finding;
import jimu.engine.infer.Inference;
import jimu.engine.infer.ShapeInference;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Problem.Severity;
import jimu.engine.layer.core.Input;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * One layer with an Input block at each of its input ports, and the shapes inferred.
 *
 * <p>A case has a fixed batch where a network has N: the samples are counted by the first axis of the first input whose size
 * every input has, of those that the layer takes.
 *
 * @param layer the layer
 * @param inference of the network around it
 * @param samples the number that stands for N
 */
record Wiring(Layer layer, Inference inference, int samples) {
    /** The path of the layer. */
    static final String PATH = "block";

    /** Wires the layer to inputs of these fixed types; empty if it has too few ports or no axis can count samples. */
    static Optional<Wiring> of(Layer layer, List<TensorType> inputs) {
        if (inputs.size() > layer.inputs().size()) {
            return Optional.empty();
        }
        List<Wiring> wirings = new ArrayList<>();
        for (List<Integer> axes : batchAxes(inputs)) {
            long samples = size(inputs, axes, 0);
            Wiring wiring = new Wiring(layer, infer(layer, inputs, axes), Math.toIntExact(samples));
            if (wiring.known().isPresent()) {
                return Optional.of(wiring);
            }
            wirings.add(wiring);
        }
        return wirings.stream().findFirst();
    }

    /** All choices of an axis of each input, all of them of one size above 0. */
    private static List<List<Integer>> batchAxes(List<TensorType> inputs) {
        List<List<Integer>> choices = List.of(List.of());
        for (TensorType input : inputs) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> choice : choices) {
                for (int axis = 0; axis < input.shape().rank(); axis++) {
                    long size = input.shape().dim(axis).factor();
                    if (size > 0 && (choice.isEmpty() || size == size(inputs, choice, 0))) {
                        longer.add(
                                Stream.concat(choice.stream(), Stream.of(axis)).toList());
                    }
                }
            }
            choices = longer;
        }
        return choices;
    }

    private static long size(List<TensorType> inputs, List<Integer> axes, int input) {
        return inputs.get(input).shape().dim(axes.get(input)).factor();
    }

    /** The path of the Input block at the port number {@code index}. */
    static String input(int index) {
        return "input" + index;
    }

    /** What is known of the layer, if the inputs fit. */
    Optional<Known> known() {
        return inference.known(PATH);
    }

    /** What is wrong with the shapes. */
    List<Finding> problems() {
        return inference.findings(Severity.SHAPE);
    }

    /** The outputs of the layer, in order. */
    List<Endpoint> outputs() {
        return layer.outputs().stream().map(port -> new Endpoint(PATH, port)).toList();
    }

    /** The paths of the inputs of floating types. */
    Set<String> floatingInputs() {
        Set<String> paths = new LinkedHashSet<>();
        inference.graph().blocks().values().stream()
                .filter(block ->
                        block.layer() instanceof Input input && input.dtype().isFloating())
                .forEach(block -> paths.add(block.path()));
        return paths;
    }

    private static Inference infer(Layer layer, List<TensorType> inputs, List<Integer> axes) {
        List<Block> blocks = new ArrayList<>(List.of(Block.of(PATH, PATH, new Content.Of(layer))));
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            TensorShape shape = inputs.get(i).shape();
            int axis = axes.get(i);
            List<Integer> sample = new ArrayList<>();
            for (int a = 0; a < shape.rank(); a++) {
                if (a != axis) {
                    sample.add(Math.toIntExact(shape.dim(a).factor()));
                }
            }
            Input input = new Input(input(i), sample, axis, inputs.get(i).dtype());
            blocks.add(Block.of(input(i), input(i), new Content.Of(input)));
            links.add(Link.of(input(i), "output", PATH, layer.inputs().get(i).name()));
        }
        return ShapeInference.infer(Document.EMPTY.withGraph(Graph.of(blocks, links)));
    }
}
