package jimu.engine.export.onnx;

import java.util.List;
import jimu.engine.op.Convolution;
import jimu.engine.op.Interpolation;
import jimu.engine.op.Margins;
import jimu.engine.op.Resize;
import jimu.engine.op.Taps;
import jimu.engine.op.TransposedConvolution;
import jimu.engine.op.ZeroPadding;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;

/** The ONNX operators that enlarge pictures. */
final class OnnxPictures {
    private OnnxPictures() {}

    /** Runtimes compute nonsense where output_padding reaches the stride; there it is laid around before the bias is added. */
    static void transposedConvolution(TransposedConvolution op, OnnxNodes nodes) {
        IntPair more = op.outputPadding();
        boolean wide = more.height() >= op.stride().height()
                || more.width() >= op.stride().width();
        TensorShape weight = nodes.operand(1).value().type().shape();
        OnnxAttributes attributes = OnnxAttributes.none()
                .pair("kernel_shape", Convolution.kernel(weight))
                .pair("strides", op.stride())
                .pads(Margins.symmetric(op.padding()))
                .pair("output_padding", wide ? IntPair.of(0) : more)
                .pair("dilations", op.dilation())
                .integer("group", op.groups());
        List<String> operands = nodes.operandNames();
        if (!wide) {
            nodes.last("ConvTranspose", operands, attributes);
            return;
        }
        String tight = nodes.step("tight", "ConvTranspose", attributes, operands.get(0), operands.get(1));
        String pads = nodes.sizes("pads", 0, 0, 0, 0, 0, 0, more.height(), more.width());
        if (operands.size() == 2) {
            nodes.last("Pad", List.of(tight, pads), OnnxAttributes.none());
            return;
        }
        String padded = nodes.step("padded", "Pad", OnnxAttributes.none(), tight, pads);
        String column = nodes.sizes("channels", 1, -1, 1, 1);
        String bias = nodes.step("shift", "Reshape", OnnxAttributes.none(), operands.get(2), column);
        nodes.last("Add", List.of(padded, bias), OnnxAttributes.none());
    }

    static void zeroPadding(ZeroPadding op, OnnxNodes nodes) {
        Margins margins = op.margins();
        String pads = nodes.sizes("pads", 0, 0, margins.top(), margins.left(), 0, 0, margins.bottom(), margins.right());
        nodes.last("Pad", List.of(nodes.operand(0).name(), pads), OnnxAttributes.none());
    }

    /** Where a runtime's float places would not be PyTorch's, the nearest elements are gathered by their indices. */
    static void resize(Resize op, OnnxNodes nodes) {
        TensorShape x = nodes.operand(0).value().type().shape();
        float down = scale((int) x.dim(2).factor(), op.size().height(), op.down(), op);
        float across = scale((int) x.dim(3).factor(), op.size().width(), op.across(), op);
        boolean nearest = op.interpolation() == Interpolation.NEAREST;
        if (nearest && !(agrees(op.rows(x), down) && agrees(op.columns(x), across))) {
            OnnxAttributes rows = OnnxAttributes.none().integer("axis", 2);
            String tall = nodes.step(
                    "rows", "Gather", rows, nodes.operand(0).name(), nodes.sizes("down", places(op.rows(x))));
            List<String> operands = List.of(tall, nodes.sizes("across", places(op.columns(x))));
            nodes.last("Gather", operands, OnnxAttributes.none().integer("axis", 3));
            return;
        }
        String scales = nodes.constant("scales", 1, 1, down, across);
        OnnxAttributes attributes = nearest
                ? coordinates("nearest", "asymmetric").word("nearest_mode", "floor")
                : coordinates("linear", op.aligned() ? "align_corners" : "half_pixel");
        nodes.last("Resize", List.of(nodes.operand(0).name(), "", scales), attributes);
    }

    private static OnnxAttributes coordinates(String mode, String transformation) {
        return OnnxAttributes.none().word("mode", mode).word("coordinate_transformation_mode", transformation);
    }

    /** The factor of an axis, large enough that a runtime, which rounds down, finds the size. */
    private static float scale(int from, int to, double step, Resize op) {
        boolean same = from == to && op.interpolation() == Interpolation.BILINEAR;
        float scale = same ? 1 : (float) (op.aligned() ? (double) to / from : 1 / step);
        while ((int) (from * scale) < to) {
            scale = Math.nextUp(scale);
        }
        return scale;
    }

    private static boolean agrees(Taps taps, float scale) {
        for (int i = 0; i < taps.results(); i++) {
            if ((int) (i / scale) != taps.first(i)) {
                return false;
            }
        }
        return true;
    }

    private static long[] places(Taps taps) {
        long[] places = new long[taps.results()];
        for (int i = 0; i < places.length; i++) {
            places[i] = taps.first(i);
        }
        return places;
    }
}
