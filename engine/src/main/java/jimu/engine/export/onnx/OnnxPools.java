package jimu.engine.export.onnx;

import java.util.List;
import jimu.engine.op.AdaptiveAveragePooling;
import jimu.engine.op.AdaptiveMaxPooling;
import jimu.engine.op.AveragePooling;
import jimu.engine.op.Margins;
import jimu.engine.op.MaxPooling;
import jimu.engine.op.Spans;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;

/** The ONNX operators of pools. */
final class OnnxPools {
    private OnnxPools() {}

    /** Runtimes refuse margins as large as the kernel, which a spread window can need; those become a Pad of −∞. */
    static void max(MaxPooling op, OnnxNodes nodes) {
        Margins margins = op.margins();
        boolean wide = Math.max(margins.top(), margins.bottom()) >= op.kernel().height()
                || Math.max(margins.left(), margins.right()) >= op.kernel().width();
        String x = nodes.operand(0).name();
        if (wide) {
            String pads =
                    nodes.sizes("pads", 0, 0, margins.top(), margins.left(), 0, 0, margins.bottom(), margins.right());
            String least = nodes.constant("least", Float.NEGATIVE_INFINITY);
            x = nodes.step("padded", "Pad", OnnxAttributes.none(), x, pads, least);
        }
        OnnxAttributes attributes = windows(op.kernel(), op.stride())
                .pads(wide ? Margins.NONE : margins)
                .pair("dilations", op.dilation());
        nodes.last("MaxPool", List.of(x), attributes);
    }

    /** ONNX counts all of the margins or nothing; where a part counts, the averages are scaled afterwards. */
    static void average(AveragePooling op, OnnxNodes nodes) {
        OnnxAttributes attributes = windows(op.kernel(), op.stride()).pads(op.margins());
        String x = nodes.operand(0).name();
        boolean nothing = op.counted().equals(Margins.NONE);
        if (op.divisor().isEmpty() && (nothing || op.counted().equals(op.margins()))) {
            nodes.last("AveragePool", List.of(x), attributes.integer("count_include_pad", nothing ? 0 : 1));
            return;
        }
        String average = nodes.step("average", "AveragePool", attributes.integer("count_include_pad", 1), x);
        Spans rows = op.rows(shape(nodes));
        Spans columns = op.columns(shape(nodes));
        float[] factors = new float[rows.stops() * columns.stops()];
        double elements = (double) op.kernel().height() * op.kernel().width();
        for (int i = 0; i < factors.length; i++) {
            double divisor = (double) rows.divisor(i / columns.stops()) * columns.divisor(i % columns.stops());
            factors[i] = (float) (elements / divisor);
        }
        String scale = nodes.constant("scale", TensorShape.of(rows.stops(), columns.stops()), factors);
        nodes.last("Mul", List.of(average, scale), OnnxAttributes.none());
    }

    /** Without an operator for rectangles of unequal sizes, their rows and columns are averaged by matrices. */
    static void adaptiveAverage(AdaptiveAveragePooling op, OnnxNodes nodes) {
        TensorShape x = shape(nodes);
        if (even(x, op.size())) {
            IntPair kernel = kernel(x, op.size());
            nodes.last("AveragePool", List.of(nodes.operand(0).name()), windows(kernel, kernel));
            return;
        }
        int height = (int) x.dim(2).factor();
        int width = (int) x.dim(3).factor();
        float[] down = new float[op.size().height() * height];
        Spans rows = op.rows(x);
        for (int stop = 0; stop < rows.stops(); stop++) {
            for (int i = rows.begin(stop); i < rows.end(stop); i++) {
                down[stop * height + i] = 1f / rows.divisor(stop);
            }
        }
        float[] across = new float[width * op.size().width()];
        Spans columns = op.columns(x);
        for (int stop = 0; stop < columns.stops(); stop++) {
            for (int i = columns.begin(stop); i < columns.end(stop); i++) {
                across[i * columns.stops() + stop] = 1f / columns.divisor(stop);
            }
        }
        String right = nodes.constant("across", TensorShape.of(width, columns.stops()), across);
        String left = nodes.constant("down", TensorShape.of(rows.stops(), height), down);
        String averaged = nodes.step(
                "rows", "MatMul", OnnxAttributes.none(), nodes.operand(0).name(), right);
        nodes.last("MatMul", List.of(left, averaged), OnnxAttributes.none());
    }

    /** Rectangles of unequal sizes are gathered, the last element of the shorter ones repeated, and reduced. */
    static void adaptiveMax(AdaptiveMaxPooling op, OnnxNodes nodes) {
        TensorShape x = shape(nodes);
        if (even(x, op.size())) {
            IntPair kernel = kernel(x, op.size());
            nodes.last("MaxPool", List.of(nodes.operand(0).name()), windows(kernel, kernel));
            return;
        }
        String rows = nodes.step(
                "rows",
                "Gather",
                OnnxAttributes.none().integer("axis", 2),
                nodes.operand(0).name(),
                places("down", op.rows(x), nodes));
        String lines = nodes.step("lines", "ReduceMax", reducing(3), rows);
        String columns = nodes.step(
                "columns",
                "Gather",
                OnnxAttributes.none().integer("axis", 3),
                lines,
                places("across", op.columns(x), nodes));
        nodes.last("ReduceMax", List.of(columns), reducing(4));
    }

    private static OnnxAttributes reducing(int axis) {
        return OnnxAttributes.none().integers("axes", axis).integer("keepdims", 0);
    }

    private static String places(String suffix, Spans spans, OnnxNodes nodes) {
        int longest = 0;
        for (int stop = 0; stop < spans.stops(); stop++) {
            longest = Math.max(longest, spans.end(stop) - spans.begin(stop));
        }
        long[] places = new long[spans.stops() * longest];
        for (int i = 0; i < places.length; i++) {
            int stop = i / longest;
            places[i] = Math.min(spans.begin(stop) + i % longest, spans.end(stop) - 1);
        }
        return nodes.places(suffix, TensorShape.of(spans.stops(), longest), places);
    }

    private static OnnxAttributes windows(IntPair kernel, IntPair stride) {
        return OnnxAttributes.none().pair("kernel_shape", kernel).pair("strides", stride);
    }

    private static boolean even(TensorShape x, IntPair size) {
        return x.dim(2).factor() % size.height() == 0 && x.dim(3).factor() % size.width() == 0;
    }

    private static IntPair kernel(TensorShape x, IntPair size) {
        return new IntPair(
                (int) x.dim(2).factor() / size.height(), (int) x.dim(3).factor() / size.width());
    }

    private static TensorShape shape(OnnxNodes nodes) {
        return nodes.operand(0).value().type().shape();
    }
}
