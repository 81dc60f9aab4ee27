package jimu.engine.imports.onnx;

import java.util.List;
import java.util.OptionalInt;
import jimu.engine.imports.onnx.Held.View;
import jimu.engine.imports.onnx.Held.Wire;
import jimu.engine.layer.AutoPair;
import jimu.engine.layer.Layer;
import jimu.engine.layer.OutputSize;
import jimu.engine.layer.Size;
import jimu.engine.layer.conv.ZeroPad2d;
import jimu.engine.layer.pool.AdaptiveAvgPool2d;
import jimu.engine.layer.pool.AdaptiveMaxPool2d;
import jimu.engine.layer.pool.AvgPool1d;
import jimu.engine.layer.pool.AvgPool2d;
import jimu.engine.layer.pool.MaxPool1d;
import jimu.engine.layer.pool.MaxPool2d;
import jimu.engine.shape.TensorShape;

/** Pools. Margins that are larger at the end are PyTorch's ceil_mode where that gives as many windows. */
final class Pools {
    private Pools() {}

    static void max(OnnxNode node, Importing importing) throws Refusal {
        if (node.gives(1) && !importing.usedNowhere(node.outputs().get(1))) {
            throw Refusal.of("indices", node);
        }
        Wire x = importing.wire(node, 0);
        Window window = Window.of(node, x.shape(), kernel(node));
        boolean ceil = ceil(node, window, x.shape());
        boolean padded = window.before().height() <= window.kernel().height() / 2
                && window.before().width() <= window.kernel().width() / 2;
        if (!padded || (!window.margins().isSymmetric() && !ceil)) {
            throw Refusal.of("pads", node);
        }
        Layer layer = x.shape().rank() == 3
                ? new MaxPool1d(
                        window.kernel().width(),
                        Size.of(window.stride().width()),
                        window.before().width(),
                        window.dilation().width(),
                        ceil)
                : new MaxPool2d(
                        window.kernel(), new AutoPair(window.stride()), window.before(), window.dilation(), ceil);
        importing.give(node, View.of(importing.block(node, layer, x)));
    }

    static void average(OnnxNode node, Importing importing) throws Refusal {
        Wire x = importing.wire(node, 0);
        Window window = Window.of(node, x.shape(), kernel(node));
        boolean counted = node.integer("count_include_pad", 0) != 0;
        boolean ceil = ceil(node, window, x.shape());
        boolean symmetric = window.margins().isSymmetric();
        boolean line = x.shape().rank() == 3;
        if (!symmetric && counted && !line) {
            x = importing.block(node, new ZeroPad2d(window.margins()), x);
            window = window.tight();
            ceil = node.integer("ceil_mode", 0) != 0;
        } else if (!symmetric && (counted || !ceil)) {
            throw Refusal.of("pads", node);
        }
        Layer layer = line
                ? new AvgPool1d(
                        window.kernel().width(),
                        Size.of(window.stride().width()),
                        window.before().width(),
                        ceil,
                        counted)
                : new AvgPool2d(
                        window.kernel(),
                        new AutoPair(window.stride()),
                        window.before(),
                        ceil,
                        counted,
                        OptionalInt.empty());
        importing.give(node, View.of(importing.block(node, layer, x)));
    }

    private static boolean ceil(OnnxNode node, Window window, TensorShape x) {
        return node.integer("ceil_mode", 0) != 0 || (!window.margins().isSymmetric() && window.isCeiled(x));
    }

    private static List<Long> kernel(OnnxNode node) throws Refusal {
        return node.integers("kernel_shape").orElseThrow(() -> Refusal.of("kernel", node));
    }

    static void globalAverage(OnnxNode node, Importing importing) throws Refusal {
        whole(node, new AdaptiveAvgPool2d(OutputSize.of(1)), importing);
    }

    static void globalMax(OnnxNode node, Importing importing) throws Refusal {
        whole(node, new AdaptiveMaxPool2d(OutputSize.of(1)), importing);
    }

    private static void whole(OnnxNode node, Layer layer, Importing importing) throws Refusal {
        importing.give(node, View.of(importing.block(node, layer, importing.wire(node, 0))));
    }
}
