package jimu.engine.imports.onnx;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.imports.onnx.Blocks.Weights;
import jimu.engine.imports.onnx.Held.View;
import jimu.engine.imports.onnx.Held.Wire;
import jimu.engine.io.NumberArray;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Padding;
import jimu.engine.layer.Size;
import jimu.engine.layer.conv.Conv1d;
import jimu.engine.layer.conv.Conv2d;
import jimu.engine.layer.conv.ConvTranspose2d;
import jimu.engine.layer.conv.ZeroPad2d;
import jimu.engine.op.Margins;
import jimu.engine.shape.IntPair;

/** Convolutions, and zeros laid around pictures. */
final class Convolutions {
    private Convolutions() {}

    static void convolution(OnnxNode node, Importing importing) throws Refusal {
        Wire x = importing.wire(node, 0);
        NumberArray weight = importing.constant(node, 1);
        long[] sizes = weight.shape().sizes();
        Window window =
                Window.of(node, x.shape(), Arrays.stream(sizes).skip(2).boxed().toList());
        int out = Math.toIntExact(sizes[0]);
        int groups = Math.toIntExact(node.integer("group", 1));
        Size in = Size.of(Math.toIntExact(sizes[1] * groups));
        boolean bias = node.input(2).isPresent();
        Weights weights = weights(node, weight, importing);
        Optional<Padding> padding = padding(window);
        if (x.shape().rank() == 3) {
            Padding along = padding.map(Convolutions::along).orElseThrow(() -> Refusal.of("pads", node));
            Layer layer = new Conv1d(
                    in,
                    out,
                    window.kernel().width(),
                    window.stride().width(),
                    along,
                    window.dilation().width(),
                    groups,
                    bias);
            importing.block(node, layer, List.of(x), weights);
            return;
        }
        Wire padded = padding.isPresent() ? x : importing.block(node, new ZeroPad2d(window.margins()), x);
        Layer layer = new Conv2d(
                in,
                out,
                window.kernel(),
                window.stride(),
                padding.orElse(Padding.NONE),
                window.dilation(),
                groups,
                bias);
        importing.block(node, layer, List.of(padded), weights);
    }

    /** The margins in the words of the layer, unless they are of neither kind that it knows. */
    private static Optional<Padding> padding(Window window) {
        if (window.margins().isSymmetric()) {
            return Optional.of(new Padding.Sides(window.before()));
        }
        Padding same = new Padding.Same();
        boolean fits = window.stride().equals(IntPair.of(1))
                && same.margins(window.kernel(), window.dilation()).equals(window.margins());
        return fits ? Optional.of(same) : Optional.empty();
    }

    /** The padding of a line. */
    private static Padding along(Padding padding) {
        return padding instanceof Padding.Sides sides
                ? new Padding.Sides(IntPair.of(sides.size().width()))
                : padding;
    }

    private static Weights weights(OnnxNode node, NumberArray weight, Importing importing) throws Refusal {
        Map<String, NumberArray> arrays = new HashMap<>();
        arrays.put("weight", weight);
        if (node.input(2).isPresent()) {
            arrays.put("bias", importing.constant(node, 2));
        }
        return new Weights(arrays, importing.origins(node, 1));
    }

    static void transposed(OnnxNode node, Importing importing) throws Refusal {
        Wire x = importing.wire(node, 0);
        NumberArray weight = importing.constant(node, 1);
        long[] sizes = weight.shape().sizes();
        boolean plain = node.word("auto_pad", "NOTSET").equals("NOTSET")
                && node.integers("output_shape").isEmpty();
        if (x.shape().rank() != 4 || !plain) {
            throw Refusal.of("window", node, x.shape());
        }
        Window window =
                Window.of(node, x.shape(), Arrays.stream(sizes).skip(2).boxed().toList());
        IntPair more = Window.pair(node.integers("output_padding").orElse(List.of()), 0);
        Margins margins = window.margins();
        // What is cut off less at the end is more of output.
        IntPair output = new IntPair(
                more.height() + margins.top() - margins.bottom(), more.width() + margins.left() - margins.right());
        if (output.height() < 0 || output.width() < 0) {
            throw Refusal.of("pads", node);
        }
        int groups = Math.toIntExact(node.integer("group", 1));
        Layer layer = new ConvTranspose2d(
                Size.of(Math.toIntExact(sizes[0])),
                Math.toIntExact(sizes[1] * groups),
                window.kernel(),
                window.stride(),
                window.before(),
                output,
                groups,
                node.input(2).isPresent(),
                window.dilation());
        importing.block(node, layer, List.of(x), weights(node, weight, importing));
    }

    /** Pad: zeros around the last two axes. */
    static void pad(OnnxNode node, Importing importing) throws Refusal {
        List<Long> pads = importing.integers(node, 1, "pads").orElseThrow(() -> Refusal.of("pads", node));
        int rank = importing.shape(importing.value(node, 0)).rank();
        boolean zeros = node.word("mode", "constant").equals("constant")
                && importing.optional(node, 2).flatMap(Constants::only).orElse(node.number("value", 0)) == 0;
        if (pads.stream().allMatch(pad -> pad == 0)) {
            importing.give(node, importing.value(node, 0));
            return;
        }
        boolean axes = node.input(3).isPresent() || pads.size() != 2 * rank;
        if (!zeros || rank != 4 || axes || pads.get(0) + pads.get(1) + pads.get(4) + pads.get(5) != 0) {
            throw Refusal.of("pads", node);
        }
        Margins margins = new Margins(
                Math.toIntExact(pads.get(2)),
                Math.toIntExact(pads.get(6)),
                Math.toIntExact(pads.get(3)),
                Math.toIntExact(pads.get(7)));
        importing.give(node, View.of(importing.block(node, new ZeroPad2d(margins), importing.wire(node, 0))));
    }
}
