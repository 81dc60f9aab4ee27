package jimu.engine.imports.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.imports.onnx.Blocks.Amendable;
import jimu.engine.imports.onnx.Blocks.Weights;
import jimu.engine.imports.onnx.Held.View;
import jimu.engine.imports.onnx.Held.Wire;
import jimu.engine.io.NumberArray;
import jimu.engine.layer.Size;
import jimu.engine.layer.core.Linear;
import jimu.engine.layer.merge.MatMul;
import jimu.engine.shape.Dim;
import jimu.engine.shape.TensorShape;

/** Affine maps: Gemm, and MatMul with or without a bias after it. */
final class Linears {
    private static final List<Integer> TURNED = List.of(1, 0);

    private Linears() {}

    /** Gemm: α · x · W + β · b, W transposed or not. */
    static void gemm(OnnxNode node, Importing importing) throws Refusal {
        Wire x = importing.wire(node, 0);
        NumberArray given = importing.constant(node, 1);
        if (node.integer("transA", 0) != 0 || given.shape().rank() != 2) {
            throw Refusal.of("gemm", node);
        }
        NumberArray weight = node.integer("transB", 0) == 0 ? ArrayMath.transposed(given, TURNED) : given;
        Optional<NumberArray> bias = node.input(2).isEmpty()
                ? Optional.empty()
                : Optional.of(scaled(importing.constant(node, 2), node.number("beta", 1)));
        linear(node, x, scaled(weight, node.number("alpha", 1)), bias, importing);
    }

    /** MatMul: of two wires, or of one and a matrix; a third input, put there before, is the bias. */
    static void matmul(OnnxNode node, Importing importing) throws Refusal {
        if (importing.isComputed(node, 0) && importing.isComputed(node, 1)) {
            importing.block(
                    node, new MatMul(), List.of(importing.wire(node, 0), importing.wire(node, 1)), Weights.NONE);
            return;
        }
        Wire x = importing.wire(node, 0);
        NumberArray matrix = importing.constant(node, 1);
        if (matrix.shape().rank() != 2) {
            throw Refusal.of("matmul", node, matrix.shape());
        }
        linear(node, x, ArrayMath.transposed(matrix, TURNED), importing.array(node, 2), importing);
    }

    private static void linear(
            OnnxNode node, Wire x, NumberArray weight, Optional<NumberArray> bias, Importing importing) throws Refusal {
        int out = Math.toIntExact(weight.shape().dim(0).factor());
        Map<String, NumberArray> arrays = new HashMap<>();
        arrays.put("weight", weight);
        bias.ifPresent(numbers -> arrays.put("bias", ArrayMath.stretched(flat(numbers), TensorShape.of(out))));
        Size in = Size.of(Math.toIntExact(weight.shape().dim(1).factor()));
        importing.block(
                node,
                new Linear(in, out, bias.isPresent()),
                List.of(x),
                new Weights(arrays, importing.origins(node, 1)));
    }

    /**
     * Some of the numbers that a Linear gives are what a Linear of these rows gives: queries, keys and values are often one product.
     * Whether the value that is sliced comes from a Linear along that axis.
     */
    static boolean part(OnnxNode node, int axis, long start, int count, Importing importing) throws Refusal {
        View view = importing.view(node, 0);
        int last = view.shape().rank() - 1;
        Optional<Amendable> maker = importing.blocks().maker(view.root());
        boolean apart = axis == last
                && view.order().get(last) == last
                && view.dims().equals(view.root().shape().dims());
        if (!apart || maker.isEmpty() || !(maker.get().layer() instanceof Linear whole)) {
            return false;
        }
        Map<String, NumberArray> rows = new HashMap<>();
        maker.get().weights().forEach((name, array) -> rows.put(name, ArrayMath.sliced(array, 0, start, 1, count)));
        Linear layer = new Linear(whole.inFeatures(), count, whole.bias());
        Wire from = importing.blocks().input(view.root());
        Wire part = importing
                .blocks()
                .add(node, layer, List.of(from), new Weights(rows, List.of()))
                .get(0);
        List<Dim> dims = part.shape().dims();
        importing.give(node, new View(part, dims, view.order(), view.node()));
        return true;
    }

    private static NumberArray flat(NumberArray array) {
        return array.withShape(TensorShape.of(array.length()));
    }

    private static NumberArray scaled(NumberArray array, double factor) {
        if (factor == 1) {
            return array;
        }
        float[] numbers = array.floats().clone();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= (float) factor;
        }
        return NumberArray.of(array.shape(), numbers);
    }
}
