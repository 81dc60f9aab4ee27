package jimu.engine.layer.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.engine.layer.AutoPair;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Value;
import jimu.engine.layer.Windows;
import jimu.engine.op.AveragePooling;
import jimu.engine.op.Margins;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * The average under a window: x (N, C, H, W) → y (N, C, H', W') with H' = ⌊(H + 2 · padding − kernel) / stride⌋ + 1, or rounded
 * up with ceil_mode, as PyTorch's {@code nn.AvgPool2d}.
 *
 * @param kernelSize the size of the window
 * @param stride the step of the window, its own size by default
 * @param padding zeros around the picture, at most half the window
 * @param ceilMode whether a last window may hang over the edge
 * @param countIncludePad whether the padding counts as elements of the average
 * @param divisorOverride what sums are divided by, the number of elements by default
 */
public record AvgPool2d(
        @Param(min = 1, required = true) IntPair kernelSize,
        @Param(min = 1) AutoPair stride,
        @Param(min = 0) IntPair padding,
        boolean ceilMode,
        boolean countIncludePad,
        OptionalInt divisorOverride)
        implements Layer {
    /** Windows of 2 × 2 side by side. */
    public AvgPool2d() {
        this(IntPair.of(2), AutoPair.AUTO, IntPair.of(0), false, true, OptionalInt.empty());
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorType x = inputs.get(0);
        List<Problem> problems = new ArrayList<>(Windows.checkPicture(x));
        if (problems.isEmpty()) {
            problems.addAll(Windows.checkPoolPadding(kernelSize, padding));
            problems.addAll(Windows.checkFits(x.shape(), kernelSize, IntPair.of(1), margins(x.shape())));
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
        Margins counted = countIncludePad ? Margins.symmetric(padding) : Margins.NONE;
        AveragePooling op = new AveragePooling(
                kernelSize, stride.or(kernelSize), margins(inputs.get(0).type().shape()), counted, divisorOverride);
        return List.of(lowering.apply(op, inputs.get(0)));
    }

    private Margins margins(TensorShape x) {
        Margins floor = Margins.symmetric(padding);
        return ceilMode ? floor.coveringLastWindow(x, kernelSize, stride.or(kernelSize), IntPair.of(1)) : floor;
    }

    @Override
    public Optional<String> printed() {
        return Optional.of("kernel_size={kernel_size}, stride={stride}, padding={padding}");
    }
}
