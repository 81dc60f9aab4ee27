package jimu.engine.runtime.onednn;

import java.util.Optional;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.runtime.Layout;
import jimu.engine.tensor.Memory;
import org.bytedeco.dnnl.dnnl_eltwise_desc_t;
import org.bytedeco.dnnl.global.dnnl;

/** A function of each number, in the layout in which the numbers come. */
final class ElementwiseKernel implements Kernel {
    private final Call forward;
    private final Optional<Call> backward;

    ElementwiseKernel(Bound bound, Functions function) {
        Memory memory = bound.binding().memory();
        Layout layout = bound.binding().layouts().operand(0);
        Format format = layout instanceof PackedLayout packed
                ? packed.format()
                : Format.plain(bound.operand(0).length());
        dnnl_eltwise_desc_t operation = new dnnl_eltwise_desc_t();
        Library.check(dnnl.dnnl_eltwise_forward_desc_init(
                operation, dnnl.dnnl_forward_training, function.algorithm(), format.desc(), function.alpha(), 0));
        try (Description there = Description.of(operation)) {
            forward = Call.of(there, memory)
                    .with(dnnl.DNNL_ARG_SRC, format, bound.operand(0))
                    .with(dnnl.DNNL_ARG_DST, format, bound.result())
                    .bind();
            backward = bound.gradient(0).map(wanted -> {
                dnnl_eltwise_desc_t back = new dnnl_eltwise_desc_t();
                Library.check(dnnl.dnnl_eltwise_backward_desc_init(
                        back, function.algorithm(), format.desc(), format.desc(), function.alpha(), 0));
                try (Description description = Description.backward(back, there)) {
                    return Call.of(description, memory)
                            .with(
                                    function.fromResult() ? dnnl.DNNL_ARG_DST : dnnl.DNNL_ARG_SRC,
                                    format,
                                    function.fromResult() ? bound.result() : bound.operand(0))
                            .with(dnnl.DNNL_ARG_DIFF_DST, format, bound.resultGradient())
                            .with(dnnl.DNNL_ARG_DIFF_SRC, format, wanted)
                            .bind();
                }
            });
        }
    }

    @Override
    public void forward(long step) {
        forward.run();
    }

    @Override
    public void backward() {
        if (backward.isPresent()) {
            backward.get().run();
        }
    }
}
