package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jimu.engine.imports.onnx.Blocks.Weights;
import jimu.engine.imports.onnx.Held.View;
import jimu.engine.imports.onnx.Held.Wire;
import jimu.engine.io.NumberArray;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Size;
import jimu.engine.layer.norm.BatchNorm1d;
import jimu.engine.layer.norm.BatchNorm2d;
import jimu.engine.layer.norm.GroupNorm;
import jimu.engine.layer.norm.InstanceNorm2d;
import jimu.engine.layer.norm.LayerNorm;
import jimu.engine.shape.TensorShape;

/** Normalisations. */
final class Normalizations {
    private static final double EPSILON = 1e-5;

    private Normalizations() {}

    /** BatchNormalization in use; its momentum is the weight of what was there before. */
    static void batch(OnnxNode node, Importing importing) throws Refusal {
        Wire x = importing.wire(node, 0);
        Size channels = Size.of(importing.constant(node, 1).length());
        double momentum = Activations.rounded(1 - node.number("momentum", 0.9));
        double eps = eps(node);
        Layer layer = x.shape().rank() == 4
                ? new BatchNorm2d(channels, eps, momentum, true, true)
                : new BatchNorm1d(channels, eps, momentum, true, true);
        Map<String, NumberArray> arrays = new HashMap<>();
        List<String> names = List.of("weight", "bias", "running_mean", "running_var");
        for (int i = 0; i < names.size(); i++) {
            arrays.put(names.get(i), importing.constant(node, 1 + i));
        }
        List<Wire> outputs =
                importing.blocks().add(node, layer, List.of(x), new Weights(arrays, importing.origins(node, 1)));
        importing.give(node, View.of(outputs.get(0)));
    }

    /** InstanceNormalization of pictures, or of groups of channels where that has one. */
    static void instance(OnnxNode node, Importing importing) throws Refusal {
        Wire x = importing.wire(node, 0);
        Size channels = Size.of(importing.constant(node, 1).length());
        Layer layer = x.shape().rank() == 4
                ? new InstanceNorm2d(channels, eps(node), 0.1, true, false)
                : new GroupNorm(channels.pinned(), channels, eps(node), true);
        importing.block(node, layer, List.of(x), affine(node, importing));
    }

    /** LayerNormalization over the last axes. */
    static void layer(OnnxNode node, Importing importing) throws Refusal {
        Wire x = importing.wire(node, 0);
        int axis = Parts.axis(node.integer("axis", -1), x.shape().rank());
        List<Integer> sizes = new ArrayList<>();
        for (long size : x.shape().slice(axis, x.shape().rank()).at(1).sizes()) {
            sizes.add(Math.toIntExact(size));
        }
        boolean affine = node.input(1).isPresent();
        Weights weights = affine ? affine(node, importing) : Weights.NONE;
        if (affine && node.input(2).isEmpty()) {
            Map<String, NumberArray> arrays = new HashMap<>(weights.arrays());
            NumberArray weight = importing.constant(node, 1);
            arrays.put("bias", NumberArray.of(weight.shape(), new float[weight.length()]));
            weights = new Weights(arrays, weights.origins());
        }
        importing.block(node, new LayerNorm(sizes, eps(node), affine), List.of(x), weights);
    }

    /** GroupNormalization with a factor and a shift for each channel. */
    static void group(OnnxNode node, Importing importing) throws Refusal {
        Wire x = importing.wire(node, 0);
        int groups = Math.toIntExact(node.integer("num_groups", 1));
        int channels = Math.toIntExact(x.shape().dim(1).factor());
        boolean affine = node.input(1).isPresent();
        if (affine && importing.constant(node, 1).length() != channels) {
            throw Refusal.of("groups", node);
        }
        Layer layer = new GroupNorm(groups, Size.of(channels), eps(node), affine);
        importing.block(node, layer, List.of(x), affine ? affine(node, importing) : Weights.NONE);
    }

    private static Weights affine(OnnxNode node, Importing importing) throws Refusal {
        Map<String, NumberArray> arrays = new HashMap<>();
        arrays.put("weight", flat(importing.constant(node, 1)));
        if (node.input(2).isPresent()) {
            arrays.put("bias", flat(importing.constant(node, 2)));
        }
        return new Weights(arrays, importing.origins(node, 1));
    }

    private static NumberArray flat(NumberArray array) {
        return array.withShape(TensorShape.of(array.length()));
    }

    private static double eps(OnnxNode node) {
        return Activations.rounded(node.number("epsilon", EPSILON));
    }
}
