package jimu.engine.runtime.onednn;

import java.util.stream.IntStream;
import jimu.engine.op.Convolution;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.runtime.Layouts;
import jimu.engine.runtime.Rectified;
import jimu.engine.runtime.Signature;
import jimu.engine.shape.TensorType;
import org.bytedeco.dnnl.dnnl_convolution_desc_t;
import org.bytedeco.dnnl.global.dnnl;

/** The three primitives of a convolution, described for formats of picture and result that may still be open. */
record ConvolutionFormats(Signature signature, Convolution op, Format x, Format y) {
    /** What is tried in turn: the library's own choice for the forward pass, blocks of channels, channels last, row-major. */
    private static final int[] TAGS = {
        dnnl.dnnl_format_tag_any, dnnl.dnnl_nChw16c, dnnl.dnnl_nChw8c, dnnl.dnnl_nhwc, dnnl.dnnl_nchw
    };

    /** Pictures of fewer channels usually are the data, whose gradient nobody wants. */
    private static final int FEW = 4;

    /** The first formats for which the library has fast primitives forwards and backwards; else its choice for the forward pass. */
    static ConvolutionFormats choose(Signature signature) {
        boolean few = signature.operands().get(0).shape().dim(1).factor() < FEW;
        for (int tag : TAGS) {
            ConvolutionFormats formats = tagged(signature, tag);
            boolean back = signature.backward() == Backward.WITHOUT
                    || (formats.fastToWeights() && (few || formats.fastToData()));
            if (back && formats.fastForward()) {
                return formats;
            }
        }
        return tagged(signature, dnnl.dnnl_format_tag_any);
    }

    /**
     * The formats that {@link #choose} would take, if the values lie so: with one channel several descriptions name the same
     * layout, and the library is fast with one of them only. Else those of the layouts themselves.
     */
    static ConvolutionFormats agreed(Signature signature, Layouts layouts) {
        TensorType x = signature.operands().get(0);
        TensorType y = signature.results().get(0);
        ConvolutionFormats chosen = choose(signature);
        boolean lieSo = chosen.x().layout(x.shape()).equals(layouts.operand(0))
                && chosen.y().layout(y.shape()).equals(layouts.result(0));
        return lieSo ? chosen : of(signature, Format.of(layouts.operand(0), x), Format.of(layouts.result(0), y));
    }

    /** The first formats for which the way back to the picture is fast; else these. */
    ConvolutionFormats fastestToData() {
        return IntStream.of(TAGS)
                .mapToObj(tag -> tagged(signature, tag))
                .filter(ConvolutionFormats::fastToData)
                .findFirst()
                .orElse(this);
    }

    boolean fastToData() {
        try (Description forward = forward();
                Description data = backwardData(forward)) {
            return !data.isSlow();
        }
    }

    boolean fastToWeights() {
        try (Description forward = forward();
                Description weights = backwardWeights(forward)) {
            return !weights.isSlow();
        }
    }

    boolean fastForward() {
        try (Description forward = forward()) {
            return !forward.isSlow();
        }
    }

    private static ConvolutionFormats tagged(Signature signature, int tag) {
        ConvolutionFormats open = of(
                signature,
                Format.tagged(tag, signature.operands().get(0).shape().sizes(1)),
                Format.tagged(tag, signature.results().get(0).shape().sizes(1)));
        try (Description forward = open.forward()) {
            return of(signature, forward.source(), forward.result());
        }
    }

    static ConvolutionFormats of(Signature signature, Format x, Format y) {
        Convolution op = (Convolution) (signature.op() instanceof Rectified both ? both.inner() : signature.op());
        return new ConvolutionFormats(signature, op, x, y);
    }

    /** The sizes of the weight, with the groups as an axis of their own. */
    long[] weightSizes() {
        long[] sizes = signature.operands().get(1).shape().sizes(1);
        return op.groups() == 1
                ? sizes
                : new long[] {op.groups(), sizes[0] / op.groups(), sizes[1], sizes[2], sizes[3]};
    }

    boolean biased() {
        return signature.operands().size() > 2;
    }

    Format bias() {
        return Format.plain(signature.results().get(0).shape().dim(1).factor());
    }

    Description forward() {
        dnnl_convolution_desc_t operation = new dnnl_convolution_desc_t();
        Sliding sliding = Sliding.of(op.stride(), op.dilation(), op.margins());
        Library.check(dnnl.dnnl_dilated_convolution_forward_desc_init(
                operation,
                signature.backward() == Backward.WITH ? dnnl.dnnl_forward_training : dnnl.dnnl_forward_inference,
                dnnl.dnnl_convolution_direct,
                x.desc(),
                Format.any(weightSizes()).desc(),
                biased() ? bias().desc() : null,
                y.desc(),
                sliding.strides(),
                sliding.dilation(),
                sliding.before(),
                sliding.after()));
        return signature.op() instanceof Rectified ? Description.rectified(operation) : Description.of(operation);
    }

    Description backwardData(Description forward) {
        dnnl_convolution_desc_t operation = new dnnl_convolution_desc_t();
        Sliding sliding = Sliding.of(op.stride(), op.dilation(), op.margins());
        Library.check(dnnl.dnnl_dilated_convolution_backward_data_desc_init(
                operation,
                dnnl.dnnl_convolution_direct,
                x.desc(),
                Format.any(weightSizes()).desc(),
                y.desc(),
                sliding.strides(),
                sliding.dilation(),
                sliding.before(),
                sliding.after()));
        return Description.backward(operation, forward);
    }

    Description backwardWeights(Description forward) {
        dnnl_convolution_desc_t operation = new dnnl_convolution_desc_t();
        Sliding sliding = Sliding.of(op.stride(), op.dilation(), op.margins());
        Library.check(dnnl.dnnl_dilated_convolution_backward_weights_desc_init(
                operation,
                dnnl.dnnl_convolution_direct,
                x.desc(),
                Format.any(weightSizes()).desc(),
                biased() ? bias().desc() : null,
                y.desc(),
                sliding.strides(),
                sliding.dilation(),
                sliding.before(),
                sliding.after()));
        return Description.backward(operation, forward);
    }
}
