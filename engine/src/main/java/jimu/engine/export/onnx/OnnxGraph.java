package jimu.engine.export.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jimu.engine.plan.WeightSnapshot.Weight;
import jimu.engine.shape.DType;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * A GraphProto in the making: nodes in order, values under unique names, initializers and the types of all values.
 *
 * <p>Field numbers are those of onnx.proto (github.com/onnx/onnx, version 1.12).
 */
final class OnnxGraph {
    private static final int FLOAT = 1;
    private static final int INT32 = 6;
    private static final int INT64 = 7;
    private static final int DOUBLE = 11;

    private final String name;
    private final List<ProtoMessage> nodes = new ArrayList<>();
    private final Map<String, ProtoMessage> initializers = new LinkedHashMap<>();
    private final List<ProtoMessage> inputs = new ArrayList<>();
    private final List<ProtoMessage> outputs = new ArrayList<>();
    private final List<ProtoMessage> between = new ArrayList<>();
    private final Set<String> values = new HashSet<>();
    private final Set<String> nodeNames = new HashSet<>();

    OnnxGraph(String name) {
        this.name = name;
    }

    /** A value's name that nothing else has: {@code wanted}, with a number after it if that is taken. */
    String value(String wanted) {
        return unique(wanted, values);
    }

    /** Declares an input of the graph. */
    void input(String value, TensorType type, String doc) {
        inputs.add(info(value, type).text(3, doc));
    }

    /** Declares an output of the graph. */
    void output(String value, TensorType type) {
        outputs.add(info(value, type));
    }

    /** States the type of a value between nodes. */
    void between(String value, TensorType type) {
        between.add(info(value, type));
    }

    /** Adds a node; its name gets a number if it is taken. */
    void node(String wanted, String operator, List<String> operands, List<String> results, OnnxAttributes attributes) {
        ProtoMessage node = new ProtoMessage();
        operands.forEach(operand -> node.text(1, operand));
        results.forEach(result -> node.text(2, result));
        node.text(3, unique(wanted, nodeNames)).text(4, operator);
        attributes.messages().forEach(attribute -> node.message(5, attribute));
        nodes.add(node);
    }

    /** Adds a parameter or buffer under its name, once however often it is used. */
    String weight(String weightName, Weight weight) {
        if (!initializers.containsKey(weightName)) {
            values.add(weightName);
            initializers.put(
                    weightName, tensor(weightName, FLOAT, weight.shape()).raw(9, weight.values()));
        }
        return weightName;
    }

    /** Adds constant numbers. */
    String constant(String wanted, TensorShape shape, float... numbers) {
        String value = value(wanted);
        initializers.put(value, tensor(value, FLOAT, shape).raw(9, numbers));
        return value;
    }

    /** Adds constant sizes in one row. */
    String sizes(String wanted, long... sizes) {
        return places(wanted, TensorShape.of(sizes.length), sizes);
    }

    /** Adds constant indices. */
    String places(String wanted, TensorShape shape, long... places) {
        String value = value(wanted);
        initializers.put(value, tensor(value, INT64, shape).raw(9, places));
        return value;
    }

    /** The GraphProto. */
    ProtoMessage message() {
        ProtoMessage graph = new ProtoMessage();
        nodes.forEach(node -> graph.message(1, node));
        graph.text(2, name);
        initializers.values().forEach(tensor -> graph.message(5, tensor));
        inputs.forEach(input -> graph.message(11, input));
        outputs.forEach(output -> graph.message(12, output));
        between.forEach(value -> graph.message(13, value));
        return graph;
    }

    private static String unique(String wanted, Set<String> taken) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    private static ProtoMessage tensor(String name, int type, TensorShape shape) {
        ProtoMessage tensor = new ProtoMessage();
        for (long size : shape.sizes()) {
            tensor.integer(1, size);
        }
        return tensor.integer(2, type).text(8, name);
    }

    private static ProtoMessage info(String value, TensorType type) {
        ProtoMessage shape = new ProtoMessage();
        type.shape().dims().forEach(dim -> shape.message(1, dimension(dim)));
        ProtoMessage tensor =
                new ProtoMessage().integer(1, number(type.dtype())).message(2, shape);
        return new ProtoMessage().text(1, value).message(2, new ProtoMessage().message(1, tensor));
    }

    private static ProtoMessage dimension(Dim dim) {
        ProtoMessage message = new ProtoMessage();
        if (dim.batched()) {
            return message.text(2, dim.factor() == 1 ? "N" : dim.factor() + "*N");
        }
        return message.integer(1, dim.factor());
    }

    private static int number(DType dtype) {
        return switch (dtype) {
            case FLOAT32 -> FLOAT;
            case FLOAT64 -> DOUBLE;
            case INT32 -> INT32;
        };
    }
}
