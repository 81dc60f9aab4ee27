package jimu.engine.layer.pool;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lines;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Size;
import jimu.engine.layer.Value;
import jimu.engine.layer.Windows;
import jimu.engine.op.Margins;
import jimu.engine.op.MaxPooling;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * The largest element under a window along a line: x (N, C, L) → y (N, C, L') with L' = ⌊(L + 2 · padding − dilation · (kernel −
 * 1) − 1) / stride⌋ + 1, or rounded up with ceil_mode, as PyTorch's {@code nn.MaxPool1d}.
 *
 * @param kernelSize the length of the window
 * @param stride the step of the window, its own length by default
 * @param padding −∞ at both ends, at most half the window
 * @param dilation the distance of neighbouring window elements
 * @param ceilMode whether a last window may hang over the end
 */
public record MaxPool1d(
        @Param(min = 1, required = true) int kernelSize,
        @Param(min = 1) Size stride,
        @Param(min = 0) int padding,
        @Param(min = 1) int dilation,
        boolean ceilMode)
        implements Layer {
    /** Windows of two side by side. */
    public MaxPool1d() {
        this(2, Size.AUTO, 0, 1, false);
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorType x = inputs.get(0);
        List<Problem> problems = new ArrayList<>(Lines.check(x));
        if (problems.isEmpty()) {
            problems.addAll(Windows.checkPoolPadding(IntPair.of(kernelSize), IntPair.of(padding)));
            problems.addAll(Lines.checkFits(x.shape(), kernelSize, dilation, margins(x.shape())));
        }
        if (problems.isEmpty()) {
            problems.addAll(Windows.checkCovers(op(x.shape()), Lines.picture(x.shape())));
        }
        return problems;
    }

    @Override
    public List<Origin> origins(int output, List<TensorType> inputs) {
        return Lines.origins(Origin.same(0, 1), stride.automatic() ? "kernel_size" : "stride");
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        Value x = inputs.get(0);
        Value pooled = lowering.apply(op(x.type().shape()), Lines.picture(lowering, x));
        return List.of(Lines.line(lowering, pooled));
    }

    private MaxPooling op(TensorShape line) {
        return new MaxPooling(Lines.along(kernelSize), step(), margins(line), Lines.along(dilation));
    }

    private Margins margins(TensorShape line) {
        Margins floor = Margins.along(padding);
        return ceilMode
                ? floor.coveringLastWindow(Lines.picture(line), Lines.along(kernelSize), step(), Lines.along(dilation))
                : floor;
    }

    private IntPair step() {
        return Lines.along(stride.or(kernelSize));
    }
}
