package jimu.engine.layer.pool;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.layer.AutoPair;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Value;
import jimu.engine.layer.Windows;
import jimu.engine.op.Margins;
import jimu.engine.op.MaxPooling;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * The largest element under a window: x (N, C, H, W) → y (N, C, H', W') with H' = ⌊(H + 2 · padding − dilation · (kernel − 1) −
 * 1) / stride⌋ + 1, or rounded up with ceil_mode, as PyTorch's {@code nn.MaxPool2d}.
 *
 * @param kernelSize the size of the window
 * @param stride the step of the window, its own size by default
 * @param padding −∞ around the picture, at most half the window
 * @param dilation the distance of neighbouring window elements
 * @param ceilMode whether a last window may hang over the edge
 */
public record MaxPool2d(
        @Param(min = 1, required = true) IntPair kernelSize,
        @Param(min = 1) AutoPair stride,
        @Param(min = 0) IntPair padding,
        @Param(min = 1) IntPair dilation,
        boolean ceilMode)
        implements Layer {
    /** Windows of 2 × 2 side by side. */
    public MaxPool2d() {
        this(IntPair.of(2), AutoPair.AUTO, IntPair.of(0), IntPair.of(1), false);
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorType x = inputs.get(0);
        List<Problem> problems = new ArrayList<>(Windows.checkPicture(x));
        if (problems.isEmpty()) {
            problems.addAll(Windows.checkPoolPadding(kernelSize, padding));
            problems.addAll(Windows.checkFits(x.shape(), kernelSize, dilation, margins(x.shape())));
        }
        if (problems.isEmpty()) {
            problems.addAll(Windows.checkCovers(op(x.shape()), x.shape()));
        }
        return problems;
    }

    @Override
    public List<Origin> origins(int output, List<TensorType> inputs) {
        String because = stride.automatic() ? "kernel_size" : "stride";
        return Windows.origins(Origin.same(0, 1), because, because);
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        return List.of(lowering.apply(op(inputs.get(0).type().shape()), inputs.get(0)));
    }

    private MaxPooling op(TensorShape x) {
        return new MaxPooling(kernelSize, stride.or(kernelSize), margins(x), dilation);
    }

    private Margins margins(TensorShape x) {
        Margins floor = Margins.symmetric(padding);
        return ceilMode ? floor.coveringLastWindow(x, kernelSize, stride.or(kernelSize), dilation) : floor;
    }
}
