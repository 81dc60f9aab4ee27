package jimu.engine.export.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import jimu.engine.export.onnx.OnnxNodes.Writer;
import jimu.engine.op.AdaptiveAveragePooling;
import jimu.engine.op.AdaptiveMaxPooling;
import jimu.engine.op.AveragePooling;
import jimu.engine.op.AxisReduction;
import jimu.engine.op.BatchNormalization;
import jimu.engine.op.Binary;
import jimu.engine.op.Concatenation;
import jimu.engine.op.Convolution;
import jimu.engine.op.GroupNormalization;
import jimu.engine.op.InnerProduct;
import jimu.engine.op.LayerNormalization;
import jimu.engine.op.Lookup;
import jimu.engine.op.MatrixProduct;
import jimu.engine.op.MaxPooling;
import jimu.engine.op.Op;
import jimu.engine.op.ParametricRelu;
import jimu.engine.op.Recurrence;
import jimu.engine.op.Reduction;
import jimu.engine.op.Reshape;
import jimu.engine.op.Resize;
import jimu.engine.op.Scale;
import jimu.engine.op.Slice;
import jimu.engine.op.Softmax;
import jimu.engine.op.Transpose;
import jimu.engine.op.TransposedConvolution;
import jimu.engine.op.Unary;
import jimu.engine.op.ZeroPadding;
import jimu.engine.shape.TensorShape;

/** The one table of primitive operations and their ONNX operators, version 17 (onnx.ai/onnx/operators). */
final class OnnxOperators {
    private static final Map<Class<? extends Op>, Writer<Op>> WRITERS = new HashMap<>();

    static {
        put(InnerProduct.class, (op, nodes) -> innerProduct(nodes));
        put(Convolution.class, OnnxOperators::convolution);
        put(TransposedConvolution.class, OnnxPictures::transposedConvolution);
        put(ZeroPadding.class, OnnxPictures::zeroPadding);
        put(Resize.class, OnnxPictures::resize);
        put(MaxPooling.class, OnnxPools::max);
        put(AveragePooling.class, OnnxPools::average);
        put(AdaptiveAveragePooling.class, OnnxPools::adaptiveAverage);
        put(AdaptiveMaxPooling.class, OnnxPools::adaptiveMax);
        put(Binary.class, (op, nodes) -> plain(name(op.function()), nodes));
        put(Scale.class, OnnxOperators::scale);
        put(
                Transpose.class,
                (op, nodes) -> nodes.last(
                        "Transpose",
                        nodes.operandNames(),
                        OnnxAttributes.none()
                                .integers(
                                        "perm",
                                        op.order().stream()
                                                .mapToLong(axis -> axis)
                                                .toArray())));
        put(Slice.class, OnnxOperators::slice);
        put(
                Lookup.class,
                (op, nodes) -> nodes.last(
                        "Gather",
                        List.of(nodes.operand(1).name(), nodes.operand(0).name()),
                        OnnxAttributes.none().integer("axis", 0)));
        put(MatrixProduct.class, OnnxOperators::matrixProduct);
        put(
                Concatenation.class,
                (op, nodes) -> nodes.last(
                        "Concat", nodes.operandNames(), OnnxAttributes.none().integer("axis", op.axis())));
        put(AxisReduction.class, OnnxOperators::axisReduction);
        put(BatchNormalization.class, OnnxNormalizations::batch);
        put(LayerNormalization.class, OnnxNormalizations::layer);
        put(GroupNormalization.class, OnnxNormalizations::group);
        put(Unary.class, OnnxActivations::unary);
        put(ParametricRelu.class, OnnxActivations::parametricRelu);
        put(Softmax.class, OnnxActivations::softmax);
        put(Reshape.class, OnnxOperators::reshape);
        put(Recurrence.class, OnnxRecurrence::write);
    }

    private OnnxOperators() {}

    /** Whether ONNX has this operation. */
    static boolean has(Op op) {
        return WRITERS.containsKey(op.getClass());
    }

    /** Writes an operation's nodes. */
    static void write(Op op, OnnxNodes nodes) {
        Writer<Op> writer = WRITERS.get(op.getClass());
        if (writer == null) {
            throw new IllegalArgumentException("No ONNX operator for " + op);
        }
        writer.write(op, nodes);
    }

    private static <T extends Op> void put(Class<T> type, Writer<T> writer) {
        WRITERS.put(type, (op, nodes) -> writer.write(type.cast(op), nodes));
    }

    private static void plain(String operator, OnnxNodes nodes) {
        nodes.last(operator, nodes.operandNames(), OnnxAttributes.none());
    }

    private static String name(Binary.Function function) {
        return switch (function) {
            case ADD -> "Add";
            case SUBTRACT -> "Sub";
            case MULTIPLY -> "Mul";
            case MAXIMUM -> "Max";
        };
    }

    private static void scale(Scale op, OnnxNodes nodes) {
        String factor = nodes.scalar("factor", op.factor());
        nodes.last("Mul", List.of(nodes.operand(0).name(), factor), OnnxAttributes.none());
    }

    private static void slice(Slice op, OnnxNodes nodes) {
        String from = nodes.sizes("from", op.from());
        String to = nodes.sizes("to", op.to());
        String axes = nodes.sizes("axes", op.axis());
        nodes.last("Slice", List.of(nodes.operand(0).name(), from, to, axes), OnnxAttributes.none());
    }

    /** MatMul takes no matrix transposed, so that is done before. */
    private static void matrixProduct(MatrixProduct op, OnnxNodes nodes) {
        String a =
                op.transposeA() ? transposed("a", nodes, 0) : nodes.operand(0).name();
        String b =
                op.transposeB() ? transposed("b", nodes, 1) : nodes.operand(1).name();
        nodes.last("MatMul", List.of(a, b), OnnxAttributes.none());
    }

    private static String transposed(String suffix, OnnxNodes nodes, int operand) {
        int rank = nodes.operand(operand).value().type().shape().rank();
        long[] order = LongStream.range(0, rank).toArray();
        order[rank - 2] = rank - 1L;
        order[rank - 1] = rank - 2L;
        OnnxAttributes perm = OnnxAttributes.none().integers("perm", order);
        return nodes.step(
                suffix + ".transposed",
                "Transpose",
                perm,
                nodes.operand(operand).name());
    }

    /** In this version of the operators the axes are an attribute of ReduceMean and an input of ReduceSum. */
    private static void axisReduction(AxisReduction op, OnnxNodes nodes) {
        long[] axes = op.axes().stream().mapToLong(axis -> axis).toArray();
        OnnxAttributes attributes = OnnxAttributes.none().integer("keepdims", 0);
        String x = nodes.operand(0).name();
        if (op.reduction() == Reduction.MEAN) {
            nodes.last("ReduceMean", List.of(x), attributes.integers("axes", axes));
        } else {
            nodes.last("ReduceSum", List.of(x, nodes.sizes("axes", axes)), attributes);
        }
    }

    /** Gemm knows matrices only; MatMul has no transposed operand. */
    private static void innerProduct(OnnxNodes nodes) {
        List<String> operands = nodes.operandNames();
        if (nodes.operand(0).value().type().shape().rank() == 2) {
            nodes.last("Gemm", operands, OnnxAttributes.none().integer("transB", 1));
            return;
        }
        String turned =
                nodes.step("transposed", "Transpose", OnnxAttributes.none().integers("perm", 1, 0), operands.get(1));
        if (operands.size() == 2) {
            nodes.last("MatMul", List.of(operands.get(0), turned), OnnxAttributes.none());
            return;
        }
        String product = nodes.step("product", "MatMul", OnnxAttributes.none(), operands.get(0), turned);
        nodes.last("Add", List.of(product, operands.get(2)), OnnxAttributes.none());
    }

    private static void convolution(Convolution op, OnnxNodes nodes) {
        TensorShape weight = nodes.operand(1).value().type().shape();
        OnnxAttributes attributes = OnnxAttributes.none()
                .pair("kernel_shape", Convolution.kernel(weight))
                .pair("strides", op.stride())
                .pads(op.margins())
                .pair("dilations", op.dilation())
                .integer("group", op.groups());
        nodes.last("Conv", nodes.operandNames(), attributes);
    }

    /** Merging all but the first axis is Flatten; else the batch, if there is one, takes what is left. */
    private static void reshape(Reshape op, OnnxNodes nodes) {
        String x = nodes.operand(0).name();
        TensorShape from = nodes.operand(0).value().type().shape();
        TensorShape to = op.to();
        boolean flatten = from.rank() > 1 && to.rank() == 2 && to.dim(0).equals(from.dim(0));
        if (flatten) {
            nodes.last("Flatten", List.of(x), OnnxAttributes.none().integer("axis", 1));
            return;
        }
        long[] sizes = to.dims().stream()
                .mapToLong(dim -> dim.batched() ? -1 : dim.factor())
                .toArray();
        nodes.last("Reshape", List.of(x, nodes.sizes("shape", sizes)), OnnxAttributes.none());
    }
}
