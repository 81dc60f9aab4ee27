package jimu.engine.imports.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.imports.onnx.Blocks.Weights;
import jimu.engine.imports.onnx.Held.View;
import jimu.engine.imports.onnx.Held.Wire;
import jimu.engine.io.NumberArray;
import jimu.engine.layer.AutoPair;
import jimu.engine.layer.Layer;
import jimu.engine.layer.NumberPair;
import jimu.engine.layer.Scale;
import jimu.engine.layer.activation.LogSoftmax;
import jimu.engine.layer.activation.PReLU;
import jimu.engine.layer.activation.Softmax;
import jimu.engine.layer.conv.Upsample;
import jimu.engine.layer.core.Mean;
import jimu.engine.layer.core.Sum;
import jimu.engine.op.Interpolation;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;

/** Softmaxes, learned slopes, sums along axes and larger pictures. */
final class Others {
    /** From this version on a softmax runs along one axis; before, along all from it on. */
    private static final int ONE_AXIS = 13;

    private Others() {}

    static void softmax(OnnxNode node, Importing importing) throws Refusal {
        View view = importing.view(node, 0);
        int rank = view.shape().rank();
        int axis = Parts.axis(node.integer("axis", importing.opset() < ONE_AXIS ? 1 : -1), rank);
        boolean several = importing.opset() < ONE_AXIS && axis < rank - 1;
        if (several) {
            throw Refusal.of("softmax", node, view.shape());
        }
        int dim = axis == rank - 1 ? -1 : axis;
        Layer layer = node.operator().equals("Softmax") ? new Softmax(dim) : new LogSoftmax(dim);
        importing.give(node, View.of(importing.block(node, layer, importing.plain(view))));
    }

    static void slopes(OnnxNode node, Importing importing) throws Refusal {
        Wire x = importing.wire(node, 0);
        NumberArray slope = importing.constant(node, 1);
        Layer layer = new PReLU(slope.length(), 0.25);
        NumberArray weight = slope.withShape(TensorShape.of(slope.length()));
        importing.block(node, layer, List.of(x), new Weights(Map.of("weight", weight), importing.origins(node, 1)));
    }

    /** ReduceMean and ReduceSum. */
    static void reduce(OnnxNode node, Importing importing) throws Refusal {
        Wire x = importing.wire(node, 0);
        Optional<List<Long>> axes = importing.integers(node, 1, "axes");
        List<Integer> dims = new ArrayList<>();
        for (long axis : axes.orElse(List.of())) {
            dims.add(Parts.axis(axis, x.shape().rank()));
        }
        if (dims.isEmpty() || dims.stream().anyMatch(dim -> x.shape().dim(dim).batched())) {
            throw Refusal.of("reduce", node);
        }
        boolean keep = node.integer("keepdims", 1) != 0;
        Layer layer = node.operator().equals("ReduceMean") ? new Mean(dims, keep) : new Sum(dims, keep);
        importing.give(node, View.of(importing.block(node, layer, x)));
    }

    /** Resize and Upsample: by factors or to sizes, the nearest or between. */
    static void resize(OnnxNode node, Importing importing) throws Refusal {
        Wire x = importing.wire(node, 0);
        if (x.shape().rank() != 4) {
            throw Refusal.of("window", node, x.shape());
        }
        int scalesAt = node.operator().equals("Upsample") || importing.opset() < 11 ? 1 : 2;
        String mode = node.word("mode", "nearest");
        String places = node.word("coordinate_transformation_mode", scalesAt == 1 ? "asymmetric" : "half_pixel");
        boolean aligned = places.equals("align_corners");
        boolean nearest = mode.equals("nearest");
        boolean smooth = mode.equals("linear") && (aligned || places.endsWith("half_pixel"));
        boolean floors = places.equals("asymmetric")
                && node.word("nearest_mode", "floor").equals("floor");
        if (!smooth && !(nearest && (floors || isWhole(node, scalesAt, importing)))) {
            throw Refusal.of("resize", node, mode, places);
        }
        Interpolation interpolation = nearest ? Interpolation.NEAREST : Interpolation.BILINEAR;
        Optional<NumberArray> scales = importing
                .array(node, scalesAt)
                .filter(array -> array.length() == x.shape().rank());
        Layer layer;
        if (scales.isPresent()) {
            float[] factors = scales.get().floats();
            NumberPair pair = new NumberPair(
                    factor(factors[2], x.shape().dim(2).factor()),
                    factor(factors[3], x.shape().dim(3).factor()));
            layer = new Upsample(AutoPair.AUTO, new Scale(Optional.of(pair)), interpolation, aligned);
        } else {
            List<Held.Extent> sizes = importing
                    .sizes(node, 3)
                    .filter(list -> list.size() == 4)
                    .orElseThrow(() -> Refusal.of("constant", node, 4));
            IntPair size = new IntPair(
                    Math.toIntExact(sizes.get(2).factor()),
                    Math.toIntExact(sizes.get(3).factor()));
            layer = new Upsample(new AutoPair(size), Scale.AUTO, interpolation, aligned);
        }
        importing.give(node, View.of(importing.block(node, layer, x)));
    }

    /** The factor without float32's noise, unless that noise decides what size comes out: runtimes multiply in float32. */
    private static double factor(float given, long size) {
        long result = (long) (size * given);
        double rounded = Activations.rounded(given);
        if ((long) (size * rounded) == result) {
            return rounded;
        }
        float factor = given;
        while ((long) ((double) size * factor) < result) {
            factor = Math.nextUp(factor);
        }
        return factor;
    }

    /** Whether the picture grows by whole factors, where all ways to find the nearest element agree. */
    private static boolean isWhole(OnnxNode node, int scalesAt, Importing importing) {
        Optional<NumberArray> scales = importing.array(node, scalesAt);
        if (scales.isEmpty() || scales.get().length() == 0) {
            return false;
        }
        for (float factor : scales.get().floats()) {
            if (factor != Math.rint(factor)) {
                return false;
            }
        }
        return true;
    }
}
