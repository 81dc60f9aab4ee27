package jimu.engine.layer.conv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.layer.Initializer;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Padding;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Size;
import jimu.engine.layer.Value;
import jimu.engine.layer.Windows;
import jimu.engine.op.Convolution;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * A two-dimensional convolution: x (N, in, H, W) → y (N, out, H', W') with H' = ⌊(H + 2 · padding − dilation · (kernel − 1) − 1)
 * / stride⌋ + 1, as PyTorch's {@code nn.Conv2d}.
 *
 * @param inChannels the channels of the input, automatic unless pinned
 * @param outChannels the number of filters
 * @param kernelSize the size of a filter
 * @param stride the step of the filter
 * @param padding zeros around the picture, "same" or "valid"
 * @param dilation the distance of neighbouring filter elements
 * @param groups the number of groups into which the channels fall
 * @param bias whether each filter has a bias
 */
public record Conv2d(
        @Param(min = 1, required = true) Size inChannels,
        @Param(min = 1, required = true) int outChannels,
        @Param(min = 1, required = true) IntPair kernelSize,
        @Param(min = 1) IntPair stride,
        @Param(min = 0) Padding padding,
        @Param(min = 1) IntPair dilation,
        @Param(min = 1) int groups,
        boolean bias)
        implements Layer {
    /** Sixteen filters of 3 × 3. */
    public Conv2d() {
        this(Size.AUTO, 16, IntPair.of(3), IntPair.of(1), Padding.NONE, IntPair.of(1), 1, true);
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorType x = inputs.get(0);
        List<Problem> problems = new ArrayList<>(Windows.checkPicture(x));
        if (!problems.isEmpty()) {
            return problems;
        }
        TensorShape shape = x.shape();
        problems.addAll(Windows.checkChannels(shape, inChannels, outChannels, groups));
        if (padding instanceof Padding.Same && !stride.equals(IntPair.of(1))) {
            problems.add(Problem.shape("conv.same", "stride 1", "stride " + stride));
        }
        problems.addAll(Windows.checkFits(shape, kernelSize, dilation, padding.margins(kernelSize, dilation)));
        return problems;
    }

    @Override
    public List<Origin> origins(int output, List<TensorType> inputs) {
        return padding instanceof Padding.Same
                ? List.of(Origin.same(0, 0), Origin.chosen("out_channels"), Origin.same(0, 2), Origin.same(0, 3))
                : Windows.origins(
                        Origin.chosen("out_channels"),
                        Windows.because(stride.height()),
                        Windows.because(stride.width()));
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        Value x = inputs.get(0);
        long perGroup = x.type().shape().dim(1).factor() / groups;
        Initializer uniform = Initializer.Uniform.fanIn(perGroup * kernelSize.height() * kernelSize.width());
        TensorShape filters = TensorShape.of(outChannels, perGroup, kernelSize.height(), kernelSize.width());
        List<Value> operands = new ArrayList<>(List.of(x, lowering.parameter("weight", filters, uniform)));
        if (bias) {
            operands.add(lowering.parameter("bias", TensorShape.of(outChannels), uniform));
        }
        return lowering.applyAll(
                new Convolution(stride, padding.margins(kernelSize, dilation), dilation, groups), operands);
    }

    @Override
    public Optional<String> printed() {
        return Optional.of(
                "{in_channels}, {out_channels}, kernel_size={kernel_size:2}, stride={stride:2}[, padding={padding:2}]"
                        + "[, dilation={dilation:2}][, groups={groups}][, bias={bias}]");
    }

    @Override
    public Map<String, Integer> automaticSizes(List<TensorType> inputs) {
        return Windows.inChannels(inputs.get(0).shape());
    }
}
