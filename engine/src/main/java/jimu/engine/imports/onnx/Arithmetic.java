package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.imports.onnx.Blocks.Amendable;
import jimu.engine.imports.onnx.Blocks.Weights;
import jimu.engine.imports.onnx.Held.View;
import jimu.engine.imports.onnx.Held.Wire;
import jimu.engine.io.NumberArray;
import jimu.engine.layer.Layer;
import jimu.engine.layer.LayerCatalog;
import jimu.engine.layer.Padding;
import jimu.engine.layer.ParameterException;
import jimu.engine.layer.Size;
import jimu.engine.layer.attention.PositionalEncoding;
import jimu.engine.layer.conv.Conv1d;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.conv.ConvTranspose2d;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.merge.Add;
import jimu.engine.layer.merge.Average;
import jimu.engine.layer.merge.Maximum;
import jimu.engine.layer.merge.Multiply;
import jimu.engine.layer.merge.Subtract;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;

/** Sums, products and the like of two blocks' outputs, or of one and a constant array. */
final class Arithmetic {
    private Arithmetic() {}

    /** Several wires element by element. */
    static void merged(OnnxNode node, Importing importing) throws Refusal {
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            wires.add(importing.wire(node, i));
        }
        importing.block(node, merge(node), wires, Weights.NONE);
    }

    /** The layer that merges as the operator does. */
    static Layer merge(OnnxNode node) throws Refusal {
        return switch (node.operator()) {
            case "Add", "Sum" -> new Add();
            case "Sub" -> new Subtract();
            case "Mul" -> new Multiply();
            case "Max" -> new Maximum();
            case "Mean" -> new Average();
            default -> throw Refusal.of("merge", node);
        };
    }

    /**
     * A wire and a constant array: the bias of the layer before, a factor for each of its channels, the positions of a sequence, or
     * else a block that scales or shifts each channel.
     */
    static void withArray(OnnxNode node, Importing importing) throws Refusal {
        boolean swapped = importing.isComputed(node, 1);
        if (node.inputs().size() != 2 || !importing.isComputed(node, swapped ? 1 : 0)) {
            throw Refusal.of("merge", node);
        }
        int place = swapped ? 1 : 0;
        NumberArray array = importing.constant(node, 1 - place);
        View view = importing.view(node, place);
        Optional<float[]> shift = shift(node.operator(), array, swapped);
        Optional<float[]> factor = factor(node.operator(), array, swapped);
        if (shift.isEmpty() && factor.isEmpty()) {
            throw Refusal.of("merge", node);
        }
        TensorShape shape = view.shape();
        Optional<Integer> axis = axis(array.shape(), shape);
        boolean once = importing.usedOnce(node.input(place).orElse(""));
        if (axis.isPresent()
                && view.node().isEmpty()
                && once
                && amended(view.root(), axis.get(), shift, factor, importing)) {
            importing.give(node, view);
        } else if (shift.isPresent() && isPositions(array.shape(), shape)) {
            positions(node, importing.plain(view), array, importing);
        } else if (axis.isPresent() && axis.get() == 1 && shape.rank() == 4) {
            eachChannel(node, importing.plain(view), shift, factor, importing);
        } else {
            throw Refusal.of("array", node, array.shape(), shape);
        }
    }

    /** What is added. */
    private static Optional<float[]> shift(String operator, NumberArray array, boolean swapped) {
        if (operator.equals("Add")) {
            return Optional.of(array.floats());
        }
        return operator.equals("Sub") && !swapped ? Optional.of(mapped(array, -1)) : Optional.empty();
    }

    /** By what is multiplied. */
    private static Optional<float[]> factor(String operator, NumberArray array, boolean swapped) {
        if (operator.equals("Mul")) {
            return Optional.of(array.floats());
        }
        if (!operator.equals("Div") || swapped) {
            return Optional.empty();
        }
        float[] inverse = array.floats().clone();
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = 1 / inverse[i];
        }
        return Optional.of(inverse);
    }

    private static float[] mapped(NumberArray array, float by) {
        float[] numbers = array.floats().clone();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= by;
        }
        return numbers;
    }

    /** The one axis of {@code shape} along which a broadcast array differs. */
    private static Optional<Integer> axis(TensorShape array, TensorShape shape) {
        Optional<Integer> found = Optional.empty();
        for (int back = 1; back <= array.rank(); back++) {
            if (array.dim(-back).factor() == 1) {
                continue;
            }
            if (found.isPresent() || back > shape.rank() || !array.dim(-back).equals(shape.dim(-back))) {
                return Optional.empty();
            }
            found = Optional.of(shape.rank() - back);
        }
        return found;
    }

    /** Puts numbers for each channel into the weights of the layer before; whether that could be done. */
    private static boolean amended(
            Wire wire, int axis, Optional<float[]> shift, Optional<float[]> factor, Importing importing) {
        Optional<Amendable> maker =
                importing.blocks().uses(wire) == 0 ? importing.blocks().maker(wire) : Optional.empty();
        if (maker.isEmpty() || maker.get().layer().outputs().size() != 1) {
            return false;
        }
        Layer layer = maker.get().layer();
        boolean last = layer instanceof Linear && axis == wire.shape().rank() - 1;
        boolean channel = axis == 1
                && (layer instanceof Conv2d
                        || layer instanceof Conv1d
                        || (layer instanceof ConvTranspose2d && factor.isEmpty()));
        if (!last && !channel) {
            return false;
        }
        Map<String, NumberArray> weights = new HashMap<>(maker.get().weights());
        NumberArray weight = weights.get("weight");
        NumberArray bias = weights.get("bias");
        int channels = Math.toIntExact(wire.shape().dim(axis).factor());
        if (weight == null) {
            return false;
        }
        factor.ifPresent(by -> weights.put("weight", scaled(weight, by)));
        float[] sum = bias == null ? new float[channels] : bias.floats().clone();
        for (int i = 0; i < channels; i++) {
            sum[i] = sum[i] * (factor.isPresent() ? factor.get()[i] : 1) + (shift.isPresent() ? shift.get()[i] : 0);
        }
        if (bias != null || shift.isPresent()) {
            weights.put("bias", NumberArray.of(TensorShape.of(channels), sum));
        }
        importing
                .blocks()
                .amend(new Amendable(maker.get().id(), weights.containsKey("bias") ? biased(layer) : layer, weights));
        return true;
    }

    /** Each row of the first axis by its factor. */
    private static NumberArray scaled(NumberArray weight, float[] factors) {
        float[] numbers = weight.floats().clone();
        int row = numbers.length / factors.length;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= factors[i / row];
        }
        return NumberArray.of(weight.shape(), numbers);
    }

    /** The same layer with a bias. */
    private static Layer biased(Layer layer) {
        try {
            return LayerCatalog.of(layer).with(layer, Map.of("bias", true));
        } catch (ParameterException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether an array holds a vector for each place of a sequence. */
    private static boolean isPositions(TensorShape array, TensorShape shape) {
        int rank = array.rank();
        boolean one = rank == 2
                || (rank == 3 && (array.dim(0).factor() == 1 || array.dim(1).factor() == 1));
        return shape.rank() == 3
                && one
                && array.dim(-1).equals(shape.dim(-1))
                && array.elements(1) == length(shape) * shape.dim(-1).factor()
                && (rank == 3 || shape.dim(0).batched());
    }

    private static long length(TensorShape sequence) {
        return sequence.dim(0).batched()
                ? sequence.dim(1).factor()
                : sequence.dim(0).factor();
    }

    private static void positions(OnnxNode node, Wire wire, NumberArray array, Importing importing) throws Refusal {
        int length = Math.toIntExact(length(wire.shape()));
        int width = Math.toIntExact(wire.shape().dim(-1).factor());
        Layer layer = new PositionalEncoding(
                Size.of(width), 0, length, wire.shape().dim(0).batched());
        NumberArray table = NumberArray.of(TensorShape.of(length, width), array.floats());
        importing.block(node, layer, List.of(wire), new Weights(Map.of("pe", table), List.of()));
    }

    /** A filter of one place for each channel. */
    private static void eachChannel(
            OnnxNode node, Wire wire, Optional<float[]> shift, Optional<float[]> factor, Importing importing)
            throws Refusal {
        int channels = Math.toIntExact(wire.shape().dim(1).factor());
        float[] ones = new float[channels];
        Arrays.fill(ones, 1);
        Layer layer = new Conv2d(
                Size.of(channels),
                channels,
                IntPair.of(1),
                IntPair.of(1),
                Padding.NONE,
                IntPair.of(1),
                channels,
                shift.isPresent());
        Map<String, NumberArray> weights = new HashMap<>();
        weights.put("weight", NumberArray.of(TensorShape.of(channels, 1, 1, 1), factor.orElse(ones)));
        shift.ifPresent(numbers -> weights.put("bias", NumberArray.of(TensorShape.of(channels), numbers)));
        importing.block(node, layer, List.of(wire), new Weights(weights, List.of()));
    }
}
