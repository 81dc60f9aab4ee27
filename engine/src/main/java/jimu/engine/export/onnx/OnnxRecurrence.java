package jimu.engine.export.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import jimu.engine.export.onnx.OnnxNodes.Operand;
import jimu.engine.op.Recurrence;

/**
 * A recurrent layer as ONNX's RNN, LSTM or GRU (onnx.ai/onnx/operators/onnx__LSTM.html). Those take the gates in another order,
 * i o f c and z r h, the weights of all directions in one tensor, and give the directions an axis of their own.
 */
final class OnnxRecurrence {
    private OnnxRecurrence() {}

    static void write(Recurrence op, OnnxNodes nodes) {
        int hidden = (int)
                nodes.operand(op.weights(0) + 1).value().type().shape().dim(1).factor();
        List<String> inputs = new ArrayList<>();
        inputs.add(nodes.operand(0).name());
        inputs.add(joined("weight_ih", op, nodes, hidden, 0));
        inputs.add(joined("weight_hh", op, nodes, hidden, 1));
        inputs.add(op.bias() ? joined("bias", op, nodes, hidden, 2, 3) : "");
        if (op.initial()) {
            inputs.add("");
            for (int state = 0; state < op.cell().states(); state++) {
                inputs.add(nodes.operand(1 + state).name());
            }
        }
        String steps = nodes.stepToFurther("steps", operator(op), inputs, attributes(op, hidden));
        if (!op.bidirectional()) {
            nodes.lastToFirst("Squeeze", List.of(steps, nodes.sizes("direction", 1)), OnnxAttributes.none());
            return;
        }
        String turned = nodes.step("turned", "Transpose", OnnxAttributes.none().integers("perm", 0, 2, 1, 3), steps);
        nodes.lastToFirst("Reshape", List.of(turned, nodes.sizes("shape", 0, 0, -1)), OnnxAttributes.none());
    }

    private static String operator(Recurrence op) {
        return switch (op.cell()) {
            case TANH, RELU -> "RNN";
            case LSTM -> "LSTM";
            case GRU -> "GRU";
        };
    }

    private static OnnxAttributes attributes(Recurrence op, int hidden) {
        OnnxAttributes attributes = OnnxAttributes.none()
                .integer("hidden_size", hidden)
                .word("direction", op.bidirectional() ? "bidirectional" : "forward");
        return switch (op.cell()) {
            case TANH -> attributes.words("activations", Collections.nCopies(op.directions(), "Tanh"));
            case RELU -> attributes.words("activations", Collections.nCopies(op.directions(), "Relu"));
            case LSTM -> attributes;
            case GRU -> attributes.integer("linear_before_reset", 1);
        };
    }

    /** The operands at these places of every direction, with ONNX's order of gates: those of a direction in one row. */
    private static String joined(String name, Recurrence op, OnnxNodes nodes, int hidden, int... places) {
        List<String> directions = new ArrayList<>();
        for (int direction = 0; direction < op.directions(); direction++) {
            List<String> parts = new ArrayList<>();
            for (int place : places) {
                parts.add(ordered(name, op, nodes, hidden, nodes.operand(op.weights(direction) + place)));
            }
            String row = parts.size() == 1 ? parts.get(0) : concat(name + ".row", nodes, parts);
            directions.add(
                    nodes.step(name + ".one", "Unsqueeze", OnnxAttributes.none(), row, nodes.sizes(name + ".axis", 0)));
        }
        return directions.size() == 1 ? directions.get(0) : concat(name + ".all", nodes, directions);
    }

    private static String concat(String suffix, OnnxNodes nodes, List<String> parts) {
        return nodes.step(suffix, "Concat", OnnxAttributes.none().integer("axis", 0), parts.toArray(String[]::new));
    }

    private static String ordered(String name, Recurrence op, OnnxNodes nodes, int hidden, Operand weights) {
        long[] gates = switch (op.cell()) {
            case TANH, RELU -> new long[] {0};
            case LSTM -> new long[] {0, 3, 1, 2};
            case GRU -> new long[] {1, 0, 2};
        };
        if (gates.length == 1) {
            return weights.name();
        }
        long[] rows = LongStream.of(gates)
                .flatMap(gate -> LongStream.range(gate * hidden, (gate + 1) * hidden))
                .toArray();
        return nodes.step(
                name + ".ordered", "Gather", OnnxAttributes.none(), weights.name(), nodes.sizes(name + ".rows", rows));
    }
}
