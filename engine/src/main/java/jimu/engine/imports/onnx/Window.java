package jimu.engine.imports.onnx;

import java.util.List;
import jimu.engine.op.Margins;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;

/**
 * A window that slides over a picture, or over a line, which is a picture of one row.
 *
 * @param kernel its size
 * @param stride its step
 * @param dilation the distance of its elements
 * @param margins what is laid around
 */
record Window(IntPair kernel, IntPair stride, IntPair dilation, Margins margins) {
    /** The window of a node over {@code x}, (N, C, H, W) or (N, C, L). Throws Refusal over anything else. */
    static Window of(OnnxNode node, TensorShape x, List<Long> kernel) throws Refusal {
        int axes = x.rank() - 2;
        if (axes < 1 || axes > 2 || kernel.size() != axes) {
            throw Refusal.of("window", node, x);
        }
        IntPair size = pair(kernel, 1);
        IntPair stride = pair(node.integers("strides").orElse(List.of()), 1);
        IntPair dilation = pair(node.integers("dilations").orElse(List.of()), 1);
        return new Window(size, stride, dilation, margins(node, x, size, stride, dilation));
    }

    /** One or two numbers; a line has one row. */
    static IntPair pair(List<Long> numbers, int otherwise) {
        return switch (numbers.size()) {
            case 0 -> IntPair.of(otherwise);
            case 1 -> new IntPair(otherwise, Math.toIntExact(numbers.get(0)));
            default -> new IntPair(Math.toIntExact(numbers.get(0)), Math.toIntExact(numbers.get(1)));
        };
    }

    private static Margins margins(OnnxNode node, TensorShape x, IntPair kernel, IntPair stride, IntPair dilation) {
        String automatic = node.word("auto_pad", "NOTSET");
        if (automatic.startsWith("SAME")) {
            boolean late = automatic.equals("SAME_UPPER");
            boolean line = x.rank() == 3;
            int height = line ? 0 : missing(x.dim(-2).factor(), kernel.height(), stride.height(), dilation.height());
            int width = missing(x.dim(-1).factor(), kernel.width(), stride.width(), dilation.width());
            int top = late ? height / 2 : height - height / 2;
            int left = late ? width / 2 : width - width / 2;
            return new Margins(top, height - top, left, width - left);
        }
        List<Long> pads = node.integers("pads").orElse(List.of());
        return switch (automatic.equals("VALID") ? 0 : pads.size()) {
            case 2 -> new Margins(0, 0, Math.toIntExact(pads.get(0)), Math.toIntExact(pads.get(1)));
            case 4 ->
                new Margins(
                        Math.toIntExact(pads.get(0)),
                        Math.toIntExact(pads.get(2)),
                        Math.toIntExact(pads.get(1)),
                        Math.toIntExact(pads.get(3)));
            default -> Margins.NONE;
        };
    }

    /** What must be added so that ⌈size / stride⌉ windows fit. */
    private static int missing(long size, int kernel, int stride, int dilation) {
        long windows = (size + stride - 1) / stride;
        return Math.toIntExact(Math.max(0, (windows - 1) * stride + (long) dilation * (kernel - 1) + 1 - size));
    }

    /** The padding above and to the left. */
    IntPair before() {
        return new IntPair(margins.top(), margins.left());
    }

    /** The window without margins. */
    Window tight() {
        return new Window(kernel, stride, dilation, Margins.NONE);
    }

    /** The shape that is left of {@code x}. */
    TensorShape slide(TensorShape x) {
        return margins.slide(x, kernel, stride, dilation);
    }

    /** Whether PyTorch's ceil_mode with the padding before gives as many windows as these margins. */
    boolean isCeiled(TensorShape x) {
        TensorShape ceiled = Margins.symmetric(before())
                .coveringLastWindow(x, kernel, stride, dilation)
                .slide(x, kernel, stride, dilation);
        return ceiled.equals(slide(x));
    }
}
