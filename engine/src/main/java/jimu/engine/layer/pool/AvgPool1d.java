package jimu.engine.layer.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lines;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Size;
import jimu.engine.layer.Value;
import jimu.engine.layer.Windows;
import jimu.engine.op.AveragePooling;
import jimu.engine.op.Margins;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * The average under a window along a line: x (N, C, L) → y (N, C, L') with L' = ⌊(L + 2 · padding − kernel) / stride⌋ + 1, or
 * rounded up with ceil_mode, as PyTorch's {@code nn.AvgPool1d}.
 *
 * @param kernelSize the length of the window
 * @param stride the step of the window, its own length by default
 * @param padding zeros at both ends, at most half the window
 * @param ceilMode whether a last window may hang over the end
 * @param countIncludePad whether the padding counts as elements of the average
 */
public record AvgPool1d(
        @Param(min = 1, required = true) int kernelSize,
        @Param(min = 1) Size stride,
        @Param(min = 0) int padding,
        boolean ceilMode,
        boolean countIncludePad)
        implements Layer {
    /** Windows of two side by side. */
    public AvgPool1d() {
        this(2, Size.AUTO, 0, false, true);
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorType x = inputs.get(0);
        List<Problem> problems = new ArrayList<>(Lines.check(x));
        if (problems.isEmpty()) {
            problems.addAll(Windows.checkPoolPadding(IntPair.of(kernelSize), IntPair.of(padding)));
            problems.addAll(Lines.checkFits(x.shape(), kernelSize, 1, margins(x.shape())));
        }
        return problems;
    }

    @Override
    public List<Origin> origins(int output, List<TensorType> inputs) {
        return Lines.origins(Origin.same(0, 1), stride.automatic() ? "kernel_size" : "stride");
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        Value x = Lines.picture(lowering, inputs.get(0));
        AveragePooling op = new AveragePooling(
                Lines.along(kernelSize),
                step(),
                margins(inputs.get(0).type().shape()),
                countIncludePad ? Margins.along(padding) : Margins.NONE,
                OptionalInt.empty());
        return List.of(Lines.line(lowering, lowering.apply(op, x)));
    }

    private Margins margins(TensorShape line) {
        Margins floor = Margins.along(padding);
        return ceilMode
                ? floor.coveringLastWindow(Lines.picture(line), Lines.along(kernelSize), step(), IntPair.of(1))
                : floor;
    }

    private IntPair step() {
        return Lines.along(stride.or(kernelSize));
    }

    @Override
    public Optional<String> printed() {
        return Optional.of("kernel_size={kernel_size:1}, stride={stride:1}, padding={padding:1}");
    }
}
