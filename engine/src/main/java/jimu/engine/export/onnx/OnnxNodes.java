package jimu.engine.export.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jimu.engine.layer.Value;
import jimu.engine.op.Op;
import jimu.engine.shape.TensorShape;

/**
 * What an operation's writer has at hand: the names and types of one application's operands and results, and the graph that
 * the nodes go into.
 */
final class OnnxNodes {
    private final OnnxGraph graph;
    private final String path;
    private final List<Operand> operands;
    private final List<Operand> results;

    /** A value of the application by its name in the file. */
    record Operand(String name, Value value) {}

    OnnxNodes(OnnxGraph graph, String path, List<Operand> operands, List<Operand> results) {
        this.graph = graph;
        this.path = path;
        this.operands = operands;
        this.results = results;
    }

    /** Writes the nodes of one kind of operation. */
    interface Writer<T extends Op> {
        void write(T op, OnnxNodes nodes);
    }

    Operand operand(int index) {
        return operands.get(index);
    }

    Operand result() {
        return results.get(0);
    }

    List<String> operandNames() {
        return new ArrayList<>(operands.stream().map(Operand::name).toList());
    }

    /** The node that makes the application's result. */
    void last(String operator, List<String> inputs, OnnxAttributes attributes) {
        graph.node(path, operator, inputs, results.stream().map(Operand::name).toList(), attributes);
    }

    /** The node that makes the first result, where {@link #stepToFurther} made the others. */
    void lastToFirst(String operator, List<String> inputs, OnnxAttributes attributes) {
        graph.node(path, operator, inputs, List.of(result().name()), attributes);
    }

    /** A node before the last one that makes all results but the first; returns the name of what it makes in place of that. */
    String stepToFurther(String suffix, String operator, List<String> inputs, OnnxAttributes attributes) {
        List<String> made = new ArrayList<>(results.stream().map(Operand::name).toList());
        made.set(0, graph.value(path + "." + suffix));
        graph.node(path + "." + suffix, operator, inputs, made, attributes);
        return made.get(0);
    }

    /** A node before the last one; returns the name of what it makes. */
    String step(String suffix, String operator, OnnxAttributes attributes, String... inputs) {
        String made = graph.value(path + "." + suffix);
        graph.node(path + "." + suffix, operator, List.of(inputs), List.of(made), attributes);
        return made;
    }

    /** The parameter at place {@code index}, shaped so that it lies along axis 1 of the first operand. */
    String alongChannels(String suffix, int index) {
        int rank = operands.get(0).value().type().shape().rank();
        String parameter = operands.get(index).name();
        if (rank == 2) {
            return parameter;
        }
        long[] shape = new long[rank - 1];
        Arrays.fill(shape, 1);
        shape[0] = -1;
        return step(suffix, "Reshape", OnnxAttributes.none(), parameter, sizes(suffix + "_shape", shape));
    }

    /** A single number. */
    String scalar(String suffix, double number) {
        return graph.constant(path + "." + suffix, TensorShape.SCALAR, (float) number);
    }

    /** The same number under a whole shape. */
    String repeated(String suffix, double number, long... shape) {
        float[] numbers = new float[Math.toIntExact(TensorShape.of(shape).elements(1))];
        Arrays.fill(numbers, (float) number);
        return graph.constant(path + "." + suffix, TensorShape.of(shape), numbers);
    }

    String constant(String suffix, float... numbers) {
        return graph.constant(path + "." + suffix, TensorShape.of(numbers.length), numbers);
    }

    String constant(String suffix, TensorShape shape, float... numbers) {
        return graph.constant(path + "." + suffix, shape, numbers);
    }

    String places(String suffix, TensorShape shape, long... places) {
        return graph.places(path + "." + suffix, shape, places);
    }

    String sizes(String suffix, long... sizes) {
        return graph.sizes(path + "." + suffix, sizes);
    }
}
