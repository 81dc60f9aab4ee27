package jimu.engine.runtime.onednn;

import java.util.Optional;
import jimu.engine.plan.PlanKey.Backward;
import jimu.engine.runtime.Bound;
import jimu.engine.runtime.Kernel;
import jimu.engine.runtime.Layouts;
import jimu.engine.shape.IntPair;
import jimu.engine.tensor.Memory;
import jimu.engine.tensor.Tensor;
import org.bytedeco.dnnl.dnnl_pooling_v2_desc_t;
import org.bytedeco.dnnl.global.dnnl;

/** The largest or the average under a sliding window, in the layout in which the picture comes. */
final class PoolingKernel implements Kernel {
    private final Call forward;
    private final Optional<Call> backward;

    PoolingKernel(Bound bound, int algorithm, IntPair kernel, Sliding sliding) {
        Layouts layouts = bound.binding().layouts();
        Memory memory = bound.binding().memory();
        Format x = Format.of(layouts.operand(0), bound.signature().operands().get(0));
        Format y = Format.of(layouts.result(0), bound.signature().results().get(0));
        try (Description there =
                Description.of(operation(bound.signature().backward(), algorithm, x, y, kernel, sliding))) {
            Optional<Format> format = there.workspace();
            Optional<Tensor> workspace = format.map(left -> bound.workspace(left.elements()));
            Call.Builder call = Call.of(there, memory)
                    .with(dnnl.DNNL_ARG_SRC, x, bound.operand(0))
                    .with(dnnl.DNNL_ARG_DST, y, bound.result());
            format.ifPresent(left -> call.with(dnnl.DNNL_ARG_WORKSPACE, left, workspace.orElseThrow()));
            forward = call.bind();
            backward = bound.gradient(0).map(wanted -> {
                dnnl_pooling_v2_desc_t back = new dnnl_pooling_v2_desc_t();
                Library.check(dnnl.dnnl_pooling_v2_backward_desc_init(
                        back,
                        algorithm,
                        x.desc(),
                        y.desc(),
                        sliding.strides(),
                        new long[] {kernel.height(), kernel.width()},
                        sliding.dilation(),
                        sliding.before(),
                        sliding.after()));
                try (Description description = Description.backward(back, there)) {
                    Call.Builder gradient = Call.of(description, memory)
                            .with(dnnl.DNNL_ARG_DIFF_DST, y, bound.resultGradient())
                            .with(dnnl.DNNL_ARG_DIFF_SRC, x, wanted);
                    format.ifPresent(left -> gradient.with(dnnl.DNNL_ARG_WORKSPACE, left, workspace.orElseThrow()));
                    return gradient.bind();
                }
            });
        }
    }

    /** The forward operation on formats of which that of the result may be open. */
    static dnnl_pooling_v2_desc_t operation(
            Backward backward, int algorithm, Format x, Format y, IntPair kernel, Sliding sliding) {
        dnnl_pooling_v2_desc_t operation = new dnnl_pooling_v2_desc_t();
        Library.check(dnnl.dnnl_pooling_v2_forward_desc_init(
                operation,
                backward == Backward.WITH ? dnnl.dnnl_forward_training : dnnl.dnnl_forward_inference,
                algorithm,
                x.desc(),
                y.desc(),
                sliding.strides(),
                new long[] {kernel.height(), kernel.width()},
                sliding.dilation(),
                sliding.before(),
                sliding.after()));
        return operation;
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
