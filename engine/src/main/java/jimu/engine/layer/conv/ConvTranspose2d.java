package jimu.engine.layer.conv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.layer.Initializer;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Size;
import jimu.engine.layer.Value;
import jimu.engine.layer.Windows;
import jimu.engine.message.Messages;
import jimu.engine.op.TransposedConvolution;
import jimu.engine.shape.IntPair;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * A transposed convolution, which enlarges pictures: x (N, in, H, W) → y (N, out, H', W') with H' = (H − 1) · stride − 2 · padding
 * + dilation · (kernel − 1) + output_padding + 1, as PyTorch's {@code nn.ConvTranspose2d}.
 *
 * @param inChannels the channels of the input, automatic unless pinned
 * @param outChannels the channels of the output
 * @param kernelSize the size of a filter
 * @param stride the distance at which each element of the input lays its filter
 * @param padding how much is cut off on all sides
 * @param outputPadding how much is added below and to the right
 * @param groups the number of groups into which the channels fall
 * @param bias whether each channel of the output has a bias
 * @param dilation the distance of neighbouring filter elements
 */
public record ConvTranspose2d(
        @Param(min = 1, required = true) Size inChannels,
        @Param(min = 1, required = true) int outChannels,
        @Param(min = 1, required = true) IntPair kernelSize,
        @Param(min = 1) IntPair stride,
        @Param(min = 0) IntPair padding,
        @Param(min = 0) IntPair outputPadding,
        @Param(min = 1) int groups,
        boolean bias,
        @Param(min = 1) IntPair dilation)
        implements Layer {
    /** Sixteen filters of 3 × 3. */
    public ConvTranspose2d() {
        this(Size.AUTO, 16, IntPair.of(3), IntPair.of(1), IntPair.of(0), IntPair.of(0), 1, true, IntPair.of(1));
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorType x = inputs.get(0);
        List<Problem> problems = new ArrayList<>(Windows.checkPicture(x));
        if (!problems.isEmpty()) {
            return problems;
        }
        problems.addAll(Windows.checkChannels(x.shape(), inChannels, outChannels, groups));
        IntPair limit =
                new IntPair(Math.max(stride.height(), dilation.height()), Math.max(stride.width(), dilation.width()));
        if (outputPadding.height() >= limit.height() || outputPadding.width() >= limit.width()) {
            problems.add(Problem.shape(
                    "conv.outputPadding", Messages.text("expected.smaller", limit), outputPadding.toString()));
        }
        TransposedConvolution op = op();
        long height = op.height(x.shape().dim(2).factor(), kernelSize.height());
        long width = op.width(x.shape().dim(3).factor(), kernelSize.width());
        problems.addAll(Windows.checkLeft("conv.transposed", x, height, width));
        return problems;
    }

    @Override
    public List<Origin> origins(int output, List<TensorType> inputs) {
        return Windows.origins(
                Origin.chosen("out_channels"), Windows.because(stride.height()), Windows.because(stride.width()));
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        Value x = inputs.get(0);
        long perGroup = outChannels / groups;
        Initializer uniform = Initializer.Uniform.fanIn(perGroup * kernelSize.height() * kernelSize.width());
        long in = x.type().shape().dim(1).factor();
        TensorShape filters = TensorShape.of(in, perGroup, kernelSize.height(), kernelSize.width());
        List<Value> operands = new ArrayList<>(List.of(x, lowering.parameter("weight", filters, uniform)));
        if (bias) {
            operands.add(lowering.parameter("bias", TensorShape.of(outChannels), uniform));
        }
        return lowering.applyAll(op(), operands);
    }

    @Override
    public Map<String, Integer> automaticSizes(List<TensorType> inputs) {
        return Windows.inChannels(inputs.get(0).shape());
    }

    private TransposedConvolution op() {
        return new TransposedConvolution(stride, padding, outputPadding, dilation, groups);
    }

    @Override
    public Optional<String> printed() {
        return Optional.of(
                "{in_channels}, {out_channels}, kernel_size={kernel_size:2}, stride={stride:2}[, padding={padding:2}]"
                        + "[, dilation={dilation:2}][, output_padding={output_padding:2}][, groups={groups}][, bias={bias}]");
    }
}
