package jimu.engine.runtime.onednn;

import java.util.ArrayList;
import java.util.List;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.runtime.Rectified;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import org.bytedeco.dnnl.global.dnnl;

/** A convolution, with or without a ReLU after it; forward and backward each keep a copy of the weight as they want it. */
final class ConvolutionKernel implements Kernel {
    private final Call forward;
    private final Repacked weight;
    private final List<Repacked> backwardWeights = new ArrayList<>();
    private final List<Call> backward = new ArrayList<>();

    ConvolutionKernel(Bound bound) {
        Memory memory = bound.binding().memory();
        ConvolutionFormats formats =
                ConvolutionFormats.agreed(bound.signature(), bound.binding().layouts());
        Format plain = Format.plain(formats.weightSizes());
        try (Description there = formats.forward()) {
            weight = Repacked.of(bound, bound.operand(1), plain, there.weights());
            Call.Builder call = Call.of(there, memory)
                    .with(dnnl.DNNL_ARG_SRC, formats.x(), bound.operand(0))
                    .with(dnnl.DNNL_ARG_WEIGHTS, weight.format(), weight.tensor())
                    .with(dnnl.DNNL_ARG_DST, formats.y(), bound.result());
            if (formats.biased()) {
                call.with(dnnl.DNNL_ARG_BIAS, formats.bias(), bound.operand(2));
            }
            forward = call.bind();
            if (bound.backward()) {
                bindBackward(bound, formats, there, plain);
            }
        }
    }

    private void bindBackward(Bound bound, ConvolutionFormats formats, Description there, Format plain) {
        if (bound.signature().op() instanceof Rectified) {
            backward.add(Rectifying.mask(formats.y(), bound));
        }
        bound.gradient(0).ifPresent(wanted -> bindData(bound, formats, plain, wanted));
        boolean weights = bound.gradient(1).isPresent()
                || (formats.biased() && bound.gradient(2).isPresent());
        if (weights) {
            bindWeightGradient(bound, formats, there, plain);
        }
    }

    /** The way back to the picture, through formats of its own where these would be slow. */
    private void bindData(Bound bound, ConvolutionFormats formats, Format plain, Tensor wanted) {
        Memory memory = bound.binding().memory();
        ConvolutionFormats own = formats.fastToData() ? formats : formats.fastestToData();
        Tensor given = bound.resultGradient();
        Tensor dy = own.y().same(formats.y()) ? given : bound.workspace(own.y().elements());
        Tensor dx = own.x().same(formats.x()) ? wanted : bound.workspace(own.x().elements());
        if (dy != given) {
            backward.add(Call.reorder(formats.y(), given, own.y(), dy, memory));
        }
        try (Description there = own.forward();
                Description back = own.backwardData(there)) {
            Repacked turned = Repacked.of(bound, bound.operand(1), plain, back.weights());
            backwardWeights.add(turned);
            backward.add(Call.of(back, memory)
                    .with(dnnl.DNNL_ARG_DIFF_DST, own.y(), dy)
                    .with(dnnl.DNNL_ARG_WEIGHTS, turned.format(), turned.tensor())
                    .with(dnnl.DNNL_ARG_DIFF_SRC, own.x(), dx)
                    .bind());
        }
        if (dx != wanted) {
            backward.add(Call.reorder(own.x(), dx, formats.x(), wanted, memory));
        }
    }

    private void bindWeightGradient(Bound bound, ConvolutionFormats formats, Description there, Format plain) {
        Memory memory = bound.binding().memory();
        try (Description back = formats.backwardWeights(there)) {
            Format packed = back.weightGradient();
            Tensor flat = bound.gradientOrWorkspace(1);
            Tensor gradient = packed.same(plain) ? flat : bound.workspace(packed.elements());
            Call.Builder call = Call.of(back, memory)
                    .with(dnnl.DNNL_ARG_SRC, formats.x(), bound.operand(0))
                    .with(dnnl.DNNL_ARG_DIFF_DST, formats.y(), bound.resultGradient())
                    .with(dnnl.DNNL_ARG_DIFF_WEIGHTS, packed, gradient);
            if (formats.biased()) {
                call.with(dnnl.DNNL_ARG_DIFF_BIAS, formats.bias(), bound.gradientOrWorkspace(2));
            }
            backward.add(call.bind());
            if (!packed.same(plain)) {
                backward.add(Call.reorder(packed, gradient, plain, flat, memory));
            }
        }
    }

    @Override
    public void forward(long step) {
        weight.refresh();
        forward.run();
    }

    @Override
    public void backward() {
        for (int i = 0; i < backwardWeights.size(); i++) {
            backwardWeights.get(i).refresh();
        }
        for (int i = 0; i < backward.size(); i++) {
            backward.get(i).run();
        }
    }

    @Override
    public void parametersChanged() {
        weight.changed();
        for (int i = 0; i < backwardWeights.size(); i++) {
            backwardWeights.get(i).changed();
        }
    }
}
