package jimu.engine.runtime.onednn;

import jimu.engine.op.Convolution;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.runtime.Rectified;
import jimu.engine.runtime.Signature;
import org.bytedeco.dnnl.dnnl_convolution_desc_t;
import org.bytedeco.dnnl.global.dnnl;

/** The three primitives of a convolution, described for formats of picture and result that may still be open. */
record ConvolutionFormats(Signature signature, Convolution op, Format x, Format y) {
    /** With the formats left to the library. */
    static ConvolutionFormats open(Signature signature) {
        return of(
                signature,
                Format.any(signature.operands().get(0).shape().sizes(1)),
                Format.any(signature.results().get(0).shape().sizes(1)));
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
