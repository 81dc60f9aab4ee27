package jimu.engine.export.onnx;

import java.util.List;
import java.util.stream.IntStream;
import jimu.engine.op.BatchNormalization;
import jimu.engine.op.GroupNormalization;
import jimu.engine.op.LayerNormalization;
import jimu.engine.shape.TensorShape;

/** Normalisations as ONNX operators. */
final class OnnxNormalizations {
    private OnnxNormalizations() {}

    static void batch(BatchNormalization op, OnnxNodes nodes) {
        if (op.batchStatistics()) {
            batchStatistics(op, nodes);
            return;
        }
        List<String> operands = nodes.operandNames();
        if (!op.affine()) {
            int channels = (int) nodes.operand(0).value().type().shape().dim(1).factor();
            operands.add(1, nodes.repeated("ones", 1, channels));
            operands.add(2, nodes.repeated("zeros", 0, channels));
        }
        nodes.last("BatchNormalization", operands, OnnxAttributes.none().number("epsilon", op.eps()));
    }

    /** ONNX normalises with the batch's own statistics in training only, so this is spelt out. */
    private static void batchStatistics(BatchNormalization op, OnnxNodes nodes) {
        int rank = nodes.operand(0).value().type().shape().rank();
        long[] others = IntStream.range(0, rank)
                .filter(axis -> axis != 1)
                .mapToLong(axis -> axis)
                .toArray();
        OnnxAttributes none = OnnxAttributes.none();
        String x = nodes.operand(0).name();
        String mean = nodes.step("mean", "ReduceMean", OnnxAttributes.none().integers("axes", others), x);
        String centred = nodes.step("centred", "Sub", none, x, mean);
        String squares = nodes.step("squares", "Mul", none, centred, centred);
        String variance =
                nodes.step("variance", "ReduceMean", OnnxAttributes.none().integers("axes", others), squares);
        String shifted = nodes.step("shifted", "Add", none, variance, nodes.scalar("eps", op.eps()));
        String deviation = nodes.step("deviation", "Sqrt", none, shifted);
        if (op.affine()) {
            affine(nodes, nodes.step("normalised", "Div", none, centred, deviation));
        } else {
            nodes.last("Div", List.of(centred, deviation), none);
        }
    }

    static void layer(LayerNormalization op, OnnxNodes nodes) {
        List<String> operands = nodes.operandNames();
        if (!op.affine()) {
            TensorShape x = nodes.operand(0).value().type().shape();
            TensorShape last = x.slice(x.rank() - op.axes(), x.rank());
            operands.add(nodes.repeated("ones", 1, last.sizes()));
        }
        nodes.last(
                "LayerNormalization",
                operands,
                OnnxAttributes.none().integer("axis", -op.axes()).number("epsilon", op.eps()));
    }

    /** One channel a group is ONNX's InstanceNormalization; larger groups are first made one channel each. */
    static void group(GroupNormalization op, OnnxNodes nodes) {
        OnnxAttributes eps = OnnxAttributes.none().number("epsilon", op.eps());
        TensorShape x = nodes.operand(0).value().type().shape();
        int channels = (int) x.dim(1).factor();
        boolean single = op.groups() == channels && x.rank() > 2;
        if (single) {
            List<String> operands = nodes.operandNames().subList(0, op.affine() ? 3 : 1);
            if (!op.affine()) {
                operands.add(nodes.repeated("ones", 1, channels));
                operands.add(nodes.repeated("zeros", 0, channels));
            }
            nodes.last("InstanceNormalization", operands, eps);
            return;
        }
        OnnxAttributes none = OnnxAttributes.none();
        String grouped = nodes.step(
                "grouped", "Reshape", none, nodes.operand(0).name(), nodes.sizes("groups", 0, op.groups(), -1));
        String normalised = nodes.step(
                "normalised_groups",
                "InstanceNormalization",
                eps,
                grouped,
                nodes.repeated("ones", 1, op.groups()),
                nodes.repeated("zeros", 0, op.groups()));
        long[] sizes = x.dims().stream()
                .mapToLong(dim -> dim.batched() ? -1 : dim.factor())
                .toArray();
        String shape = nodes.sizes("shape", sizes);
        if (op.affine()) {
            affine(nodes, nodes.step("normalised", "Reshape", none, normalised, shape));
        } else {
            nodes.last("Reshape", List.of(normalised, shape), none);
        }
    }

    /** Scales and shifts each channel. */
    private static void affine(OnnxNodes nodes, String normalised) {
        OnnxAttributes none = OnnxAttributes.none();
        String scaled = nodes.step("scaled", "Mul", none, normalised, nodes.alongChannels("scale", 1));
        nodes.last("Add", List.of(scaled, nodes.alongChannels("shift", 2)), none);
    }
}
