package jimu.engine.layer.conv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jimu.engine.layer.Initializer;
import jimu.engine.layer.Layer;
import jimu.engine.layer.Lines;
import jimu.engine.layer.Lowering;
import jimu.engine.layer.Origin;
import jimu.engine.layer.Padding;
import jimu.engine.layer.Param;
import jimu.engine.layer.Problem;
import jimu.engine.layer.Size;
import jimu.engine.layer.Value;
import jimu.engine.layer.Windows;
import jimu.engine.message.Messages;
import jimu.engine.op.Convolution;
import jimu.engine.op.Margins;
import jimu.engine.op.Reshape;
import jimu.engine.shape.TensorShape;
import jimu.engine.shape.TensorType;

/**
 * A convolution along a line: x (N, in, L) → y (N, out, L') with L' = ⌊(L + 2 · padding − dilation · (kernel − 1) − 1) / stride⌋
 * + 1, as PyTorch's {@code nn.Conv1d}.
 *
 * @param inChannels the channels of the input, automatic unless pinned
 * @param outChannels the number of filters
 * @param kernelSize the length of a filter
 * @param stride the step of the filter
 * @param padding zeros at both ends, "same" or "valid"
 * @param dilation the distance of neighbouring filter elements
 * @param groups the number of groups into which the channels fall
 * @param bias whether each filter has a bias
 */
public record Conv1d(
        @Param(min = 1, required = true) Size inChannels,
        @Param(min = 1, required = true) int outChannels,
        @Param(min = 1, required = true) int kernelSize,
        @Param(min = 1) int stride,
        @Param(min = 0) Padding padding,
        @Param(min = 1) int dilation,
        @Param(min = 1) int groups,
        boolean bias)
        implements Layer {
    /** Sixteen filters of length 3. */
    public Conv1d() {
        this(Size.AUTO, 16, 3, 1, Padding.NONE, 1, 1, true);
    }

    @Override
    public List<Problem> check(List<TensorType> inputs) {
        TensorType x = inputs.get(0);
        List<Problem> problems = new ArrayList<>(Lines.check(x));
        if (!problems.isEmpty()) {
            return problems;
        }
        problems.addAll(Windows.checkChannels(x.shape(), inChannels, outChannels, groups));
        if (padding instanceof Padding.Same && stride != 1) {
            problems.add(Problem.shape("conv.same", "stride 1", "stride " + stride));
        }
        if (padding instanceof Padding.Sides sides
                && sides.size().height() != sides.size().width()) {
            problems.add(Problem.shape("conv.line", Messages.text("expected.one_number"), padding.toString()));
        }
        problems.addAll(Lines.checkFits(x.shape(), kernelSize, dilation, margins()));
        return problems;
    }

    @Override
    public List<Origin> origins(int output, List<TensorType> inputs) {
        return padding instanceof Padding.Same
                ? List.of(Origin.same(0, 0), Origin.chosen("out_channels"), Origin.same(0, 2))
                : Lines.origins(Origin.chosen("out_channels"), Windows.because(stride));
    }

    @Override
    public List<Value> lower(Lowering lowering, List<Value> inputs) {
        Value x = inputs.get(0);
        long perGroup = x.type().shape().dim(1).factor() / groups;
        Initializer uniform = Initializer.Uniform.fanIn(perGroup * kernelSize);
        Value weight = lowering.parameter("weight", TensorShape.of(outChannels, perGroup, kernelSize), uniform);
        Reshape filters = new Reshape(TensorShape.of(outChannels, perGroup, 1, kernelSize));
        List<Value> operands = new ArrayList<>(List.of(Lines.picture(lowering, x), lowering.apply(filters, weight)));
        if (bias) {
            operands.add(lowering.parameter("bias", TensorShape.of(outChannels), uniform));
        }
        Convolution op = new Convolution(Lines.along(stride), margins(), Lines.along(dilation), groups);
        return List.of(Lines.line(lowering, lowering.applyAll(op, operands).get(0)));
    }

    @Override
    public Map<String, Integer> automaticSizes(List<TensorType> inputs) {
        return Windows.inChannels(inputs.get(0).shape());
    }

    private Margins margins() {
        Margins margins = padding.margins(Lines.along(kernelSize), Lines.along(dilation));
        return new Margins(0, 0, margins.left(), margins.right());
    }

    @Override
    public Optional<String> printed() {
        return Optional.of(
                "{in_channels}, {out_channels}, kernel_size={kernel_size:1}, stride={stride:1}[, padding={padding:1}]"
                        + "[, dilation={dilation:1}][, groups={groups}][, bias={bias}]");
    }
}
