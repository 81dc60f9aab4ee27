package jimu.engine.imports.onnx;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jimu.engine.imports.onnx.Blocks.Weights;
import jimu.engine.imports.onnx.Held.Curve;
import jimu.engine.imports.onnx.Held.Extent;
import jimu.engine.imports.onnx.Held.Numbers;
import jimu.engine.imports.onnx.Held.Sizes;
import jimu.engine.imports.onnx.Held.View;
import jimu.engine.imports.onnx.Held.Wire;
import jimu.engine.io.NumberArray;
import jimu.engine.layer.Layer;
import jimu.engine.shape.TensorShape;

/** What an operator's rule has at hand: the values so far by name, and the blocks in the making. */
final class Importing {
    private final OnnxModel model;
    private final Blocks blocks;
    private final Map<String, Held> values = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<View, Wire> shown = new HashMap<>();
    private final IdentityHashMap<NumberArray, String> firstNames = new IdentityHashMap<>();
    private final IdentityHashMap<Curve, View> drawn = new IdentityHashMap<>();

    Importing(OnnxModel model, Blocks blocks) {
        this.model = model;
        this.blocks = blocks;
        model.nodes().forEach(node -> node.inputs().forEach(input -> uses.merge(input, 1, Integer::sum)));
        model.outputs().forEach(output -> uses.merge(output, 1, Integer::sum));
        model.arrays().forEach((name, array) -> {
            values.put(name, new Numbers(array));
            firstNames.putIfAbsent(array, name);
        });
    }

    /** The batch size that the file is made for, or 0 if it leaves that open. */
    long batch() {
        return model.inputs().stream()
                .map(OnnxInput::sizes)
                .filter(sizes -> !sizes.isEmpty())
                .mapToLong(sizes -> Math.max(0, sizes.get(0)))
                .max()
                .orElse(0);
    }

    long opset() {
        return model.opset();
    }

    Blocks blocks() {
        return blocks;
    }

    void put(String name, Held value) {
        if (!name.isEmpty()) {
            values.put(name, value);
        }
    }

    /** Sets the node's main output. */
    void give(OnnxNode node, Held value) {
        put(node.output(), value);
    }

    /** Whether nothing but one node reads the value. */
    boolean usedOnce(String name) {
        return uses.getOrDefault(name, 0) == 1;
    }

    /** Whether no node reads the value. */
    boolean usedNowhere(String name) {
        return !uses.containsKey(name);
    }

    /** The node's input at a place. Throws Refusal if it is left out or was never made. */
    Held value(OnnxNode node, int place) throws Refusal {
        Optional<Held> value = optional(node, place);
        if (value.isEmpty()) {
            throw Refusal.of("input", node, place + 1);
        }
        return value.get();
    }

    Optional<Held> optional(OnnxNode node, int place) {
        return node.input(place).map(values::get);
    }

    /** The named value, if the file has it. */
    Optional<Held> named(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Whether the input is there and comes from a block. */
    boolean isComputed(OnnxNode node, int place) {
        return optional(node, place)
                .filter(value -> value instanceof View || value instanceof Curve)
                .isPresent();
    }

    /** The constant array at a place, if one is there. */
    Optional<NumberArray> array(OnnxNode node, int place) {
        return optional(node, place).flatMap(Constants::array);
    }

    /** The constant array at a place. Throws Refusal if a block computes it. */
    NumberArray constant(OnnxNode node, int place) throws Refusal {
        Optional<NumberArray> array = array(node, place);
        if (array.isEmpty()) {
            throw Refusal.of("constant", node, place + 1);
        }
        return array.get();
    }

    /** The whole numbers at a place, if they are known but for N. */
    Optional<List<Extent>> sizes(OnnxNode node, int place) {
        return optional(node, place).flatMap(Constants::sizes).map(Sizes::sizes);
    }

    /** Whole numbers without N, from an input or, in older versions of the operator, an attribute. */
    Optional<List<Long>> integers(OnnxNode node, int place, String attribute) throws Refusal {
        if (node.integers(attribute).isPresent()) {
            return node.integers(attribute);
        }
        if (node.input(place).isEmpty()) {
            return Optional.empty();
        }
        Optional<List<Extent>> sizes = sizes(node, place);
        if (sizes.isEmpty() || sizes.get().stream().anyMatch(Extent::batched)) {
            throw Refusal.of("constant", node, place + 1);
        }
        return Optional.of(sizes.get().stream().map(Extent::factor).toList());
    }

    /** What a block's output carries, for the node's input at a place; blocks that this takes are made. */
    Wire wire(OnnxNode node, int place) throws Refusal {
        Held value = value(node, place);
        if (value instanceof View || value instanceof Curve) {
            return plain(view(value));
        }
        throw Refusal.of("computed", node, place + 1);
    }

    /** The input at a place as a view; what is done to each of its numbers becomes a block. */
    View view(OnnxNode node, int place) throws Refusal {
        Held value = value(node, place);
        if (value instanceof View || value instanceof Curve) {
            View view = view(value);
            node.input(place).ifPresent(name -> values.put(name, view));
            return view;
        }
        throw Refusal.of("computed", node, place + 1);
    }

    private View view(Held value) throws Refusal {
        if (value instanceof Curve curve) {
            View known = drawn.get(curve);
            if (known == null) {
                known = View.of(Activations.block(curve, this));
                drawn.put(curve, known);
            }
            return known;
        }
        return (View) value;
    }

    /** The wire of a value that is a view or a curve. */
    Wire wire(Held value) throws Refusal {
        return plain(view(value));
    }

    /** The wire that carries a view's numbers in its shape. */
    Wire plain(View view) throws Refusal {
        if (view.isPlain()) {
            return view.root();
        }
        Wire known = shown.get(view);
        if (known == null) {
            known = Reshaping.blocks(view, this);
            shown.put(view, known);
        }
        return known;
    }

    /** The shape of a value. */
    TensorShape shape(Held value) {
        if (value instanceof View view) {
            return view.shape();
        } else if (value instanceof Curve curve) {
            return curve.root().shape();
        } else if (value instanceof Numbers numbers) {
            return numbers.array().shape();
        } else if (value instanceof Held.Filled filled) {
            return filled.shape();
        }
        Sizes sizes = (Sizes) value;
        return sizes.rank() == 0
                ? TensorShape.SCALAR
                : TensorShape.of(sizes.sizes().size());
    }

    /** Adds a block, and makes its outputs those of the node, in order. */
    void block(OnnxNode node, Layer layer, List<Wire> inputs, Weights weights) throws Refusal {
        List<Wire> outputs = blocks.add(node, layer, inputs, weights);
        for (int i = 0; i < Math.min(outputs.size(), node.outputs().size()); i++) {
            put(node.outputs().get(i), View.of(outputs.get(i)));
        }
    }

    /** Adds a block without weights on one wire. */
    Wire block(OnnxNode node, Layer layer, Wire input) throws Refusal {
        return blocks.add(node, layer, List.of(input), Weights.NONE).get(0);
    }

    /**
     * The names in the file of the inputs from {@code first} on: those of a layer's weights. An array that goes by several names has
     * the first of them here, unless all of the layer's are of one number throughout: such say nothing of what is shared.
     */
    List<String> origins(OnnxNode node, int first) {
        List<String> names = node.inputs().subList(first, node.inputs().size());
        List<String> firsts = names.stream().map(this::firstName).toList();
        boolean even = !firsts.equals(names)
                && names.stream()
                        .map(model.arrays()::get)
                        .filter(Objects::nonNull)
                        .allMatch(Aliases::isEven);
        return even ? names : firsts;
    }

    private String firstName(String name) {
        return Optional.ofNullable(model.arrays().get(name))
                .map(firstNames::get)
                .orElse(name);
    }
}
