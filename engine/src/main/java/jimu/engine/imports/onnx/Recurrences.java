package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.imports.onnx.Blocks.Weights;
import jimu.engine.imports.onnx.Held.View;
import jimu.engine.imports.onnx.Held.Wire;
import jimu.engine.io.NumberArray;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Size;
import jimu.engine.layer.recurrent.GRU;
import jimu.engine.layer.recurrent.LSTM;
import jimu.engine.layer.recurrent.RNN;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;

/**
 * RNN, LSTM and GRU (onnx.ai/onnx/operators/onnx__LSTM.html). Their gates come in another order, i o f c and z r h, with the
 * weights of both directions in one array, and the directions have an axis of their own.
 */
final class Recurrences {
    private static final List<Integer> TURNED = List.of(1, 0, 2);

    private Recurrences() {}

    static void read(OnnxNode node, Importing importing) throws Refusal {
        int hidden = Math.toIntExact(importing.constant(node, 2).shape().dim(2).factor());
        int directions =
                Math.toIntExact(importing.constant(node, 1).shape().dim(0).factor());
        check(node, directions, importing);
        View x = importing.view(node, 0);
        boolean batchFirst =
                x.order().equals(TURNED) && new View(x.root(), x.dims(), List.of(0, 1, 2), x.node()).isPlain();
        List<Wire> inputs = new ArrayList<>(List.of(batchFirst ? x.root() : importing.plain(x)));
        int states = node.operator().equals("LSTM") ? 2 : 1;
        for (int state = 0; state < states; state++) {
            Optional<Held> given = importing.optional(node, 5 + state);
            boolean zero = given.isEmpty()
                    || given.flatMap(Constants::only)
                            .filter(number -> number == 0)
                            .isPresent();
            if (!zero) {
                inputs.add(importing.wire(node, 5 + state));
            }
        }
        boolean bias = node.input(3).isPresent();
        Layer layer = layer(node, inputs.get(0), hidden, bias, batchFirst, directions == 2);
        List<String> origins = importing.origins(node, 1).subList(0, bias ? 3 : 2);
        Weights weights = new Weights(weights(node, hidden, directions, importing), origins);
        List<Wire> outputs = importing.blocks().add(node, layer, inputs, weights);
        importing.put(node.output(), steps(outputs.get(0), batchFirst, directions, hidden, node));
        for (int state = 0; state < states; state++) {
            if (node.gives(1 + state)) {
                importing.put(node.outputs().get(1 + state), View.of(outputs.get(1 + state)));
            }
        }
    }

    private static void check(OnnxNode node, int directions, Importing importing) throws Refusal {
        String activations = String.join(" ", node.words("activations"));
        boolean usual = activations.isEmpty()
                || switch (node.operator()) {
                    case "LSTM" -> activations.matches("(?i)(sigmoid tanh tanh ?){" + directions + "}");
                    case "GRU" -> activations.matches("(?i)(sigmoid tanh ?){" + directions + "}");
                    default -> activations.matches("(?i)(tanh ?)+|(relu ?)+");
                };
        boolean forward = !node.word("direction", "forward").equals("reverse");
        boolean gated = !node.operator().equals("GRU") || node.integer("linear_before_reset", 0) != 0;
        boolean plain = node.integer("layout", 0) == 0
                && !node.has("clip")
                && node.integer("input_forget", 0) == 0
                && importing.optional(node, 7).isEmpty();
        boolean full = importing.optional(node, 4).isEmpty();
        if (!usual || !forward || !gated || !plain || !full) {
            throw Refusal.of("recurrent", node);
        }
    }

    private static Layer layer(OnnxNode node, Wire x, int hidden, boolean bias, boolean batchFirst, boolean both) {
        Size in = Size.of(Math.toIntExact(x.shape().dim(-1).factor()));
        boolean relu = node.words("activations").stream().anyMatch("relu"::equalsIgnoreCase);
        return switch (node.operator()) {
            case "LSTM" -> new LSTM(in, hidden, 1, bias, batchFirst, 0, both);
            case "GRU" -> new GRU(in, hidden, 1, bias, batchFirst, 0, both);
            default ->
                new RNN(in, hidden, 1, relu ? RNN.Nonlinearity.RELU : RNN.Nonlinearity.TANH, bias, batchFirst, 0, both);
        };
    }

    /** All steps as (T, D, N, H), which the layer gives as (T, N, D·H) or (N, T, D·H). */
    private static View steps(Wire output, boolean batchFirst, int directions, int hidden, OnnxNode node) {
        TensorShape shape = output.shape();
        List<Dim> dims = List.of(shape.dim(0), shape.dim(1), Dim.of(directions), Dim.of(hidden));
        return new View(output, dims, batchFirst ? List.of(1, 2, 0, 3) : List.of(0, 2, 1, 3), Optional.of(node));
    }

    private static Map<String, NumberArray> weights(OnnxNode node, int hidden, int directions, Importing importing)
            throws Refusal {
        Map<String, NumberArray> arrays = new HashMap<>();
        for (int direction = 0; direction < directions; direction++) {
            String end = direction == 0 ? "_l0" : "_l0_reverse";
            arrays.put("weight_ih" + end, ordered(importing.constant(node, 1), direction, 0, hidden, node));
            arrays.put("weight_hh" + end, ordered(importing.constant(node, 2), direction, 0, hidden, node));
            if (node.input(3).isPresent()) {
                NumberArray biases = importing.constant(node, 3);
                int half = Math.toIntExact(biases.shape().dim(1).factor() / 2);
                arrays.put("bias_ih" + end, ordered(biases, direction, 0, hidden, node));
                arrays.put("bias_hh" + end, ordered(biases, direction, half, hidden, node));
            }
        }
        return arrays;
    }

    /** The rows of one direction from {@code first} on, in PyTorch's order of gates: i f c o and r z h. */
    private static NumberArray ordered(NumberArray array, int direction, int first, int hidden, OnnxNode node) {
        int[] gates = switch (node.operator()) {
            case "LSTM" -> new int[] {0, 2, 3, 1};
            case "GRU" -> new int[] {1, 0, 2};
            default -> new int[] {0};
        };
        long[] rows = new long[gates.length * hidden];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = first + (long) gates[i / hidden] * hidden + i % hidden;
        }
        NumberArray one = ArrayMath.gathered(array, NumberArray.of(TensorShape.SCALAR, new long[] {direction}), 0);
        return ArrayMath.gathered(one, NumberArray.of(TensorShape.of(rows.length), rows), 0);
    }
}
